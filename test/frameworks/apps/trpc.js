// A tRPC server, by its own http adapter: called with @trpc/server as it was loaded, required or
// imported.
module.exports = ({ initTRPC, TRPCError }, { createHTTPServer }) => {
  const t = initTRPC.context().create()
  const failing = t.middleware(() => {
    throw new TypeError('in a middleware')
  })
  const router = t.router({
    fine: t.procedure.query(() => 'fine'),
    fails: t.procedure.query(async () => {
      await null
      throw new TypeError('in a procedure')
    }),
    guarded: t.procedure.use(failing).query(() => 'never'),
    own: t.procedure.query(() => {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'of its own', cause: new Error('why') })
    }),
    missing: t.procedure.query(() => {
      throw new TRPCError({ code: 'NOT_FOUND' })
    }),
    recovers: t.procedure.query(() => {
      new TRPCError({ code: 'INTERNAL_SERVER_ERROR' })
      return 'recovered'
    }),
  })
  const server = createHTTPServer({
    router,
    createContext({ req }) {
      if (req.headers['x-no-context']) throw new RangeError('in the context')
      return {}
    },
  })
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
}
