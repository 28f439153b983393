import { createMcpServer } from './server.mjs'

const loaded = await import(process.argv[2])
const sdk = loaded.default ?? loaded
await createMcpServer(sdk).connect(new sdk.StdioServerTransport())
