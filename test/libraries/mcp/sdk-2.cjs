module.exports = {
  ...require('@modelcontextprotocol/client'),
  HttpClientTransport: require('@modelcontextprotocol/client').StreamableHTTPClientTransport,
  ...require('@modelcontextprotocol/client/stdio'),
  HttpServerTransport: require('@modelcontextprotocol/node').NodeStreamableHTTPServerTransport,
  McpServer: require('@modelcontextprotocol/server').McpServer,
  ...require('@modelcontextprotocol/server/stdio'),
  LIST_ROOTS: 'roots/list',
}
