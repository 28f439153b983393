// Runs a part with a copy of the SDK, and prints what the app has got.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [, , part, folder, build, port] = process.argv
const require = createRequire(new URL(`${folder}/package.json`, import.meta.url))
const load = (name) => (build === 'require' ? require(name) : import(pathToFileURL(require.resolve(name))))
const config = {
  endpoint: `http://127.0.0.1:${port}`,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'id', secretAccessKey: 'key' },
  forcePathStyle: true,
}
const { [part]: run } = await import(`./${part}.mjs`)
console.log(JSON.stringify(await run({ load, config, port })))
if (process.connected) process.disconnect()
