// An ordinary Fastify app, CommonJS. Run it traced: node --require heddle/register app.cjs
const fastify = require('fastify')({ logger: true })

fastify.get('/hello/:name', async (request) => {
  request.log.info({ name: request.params.name }, 'greeting')
  return { hello: request.params.name }
})

fastify.listen({ port: Number(process.env.PORT ?? 3000) })
