import { run } from './app.mjs'

const [, , sdkFile, transportName, names] = process.argv
const loaded = await import(sdkFile)
await run(loaded.default ?? loaded, sdkFile, transportName, names)
