// An Apollo server, called with @apollo/server as it was loaded, required or imported.
module.exports = async ({ ApolloServer }, { startStandaloneServer }) => {
  const server = new ApolloServer({
    typeDefs: 'type Query { fine: String, fails: String, refuses: String }',
    resolvers: {
      Query: {
        fine: () => 'fine',
        fails: async () => {
          await null
          throw new TypeError('in a resolver')
        },
        refuses: (_parent, _arguments, context) => context.refuse(),
      },
    },
    plugins: [
      {
        async requestDidStart({ request }) {
          if (request.http?.headers.get('x-broken-plugin')) throw new TypeError('in a plugin')
          return {
            // As many do: an answer without its data is a 500.
            async willSendResponse({ response, request }) {
              if (request.http?.headers.get('x-strict') && response.body.singleResult?.errors)
                response.http.status = 500
            },
          }
        },
      },
    ],
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    async context({ req }) {
      if (req.headers['x-no-context']) throw new RangeError('in the context')
      return {}
    },
  })
  process.send({ port: Number(new URL(url).port) })
}
