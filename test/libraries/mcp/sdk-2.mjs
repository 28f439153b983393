export {
  Client,
  InMemoryTransport,
  StreamableHTTPClientTransport as HttpClientTransport,
} from '@modelcontextprotocol/client'
export { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
export { NodeStreamableHTTPServerTransport as HttpServerTransport } from '@modelcontextprotocol/node'
export { McpServer } from '@modelcontextprotocol/server'
export { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
export const LIST_ROOTS = 'roots/list'
