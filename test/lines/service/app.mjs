// Two hops: Express answers /outer/:id by asking Fastify for /inner/:id. What it holds of
// OpenTelemetry is its own: an API, a Logs API, and a library that only contrib instruments.
import http from 'node:http'
import { trace } from '@opentelemetry/api'
import express from 'express'
import fastify from 'fastify'
import genericPool from 'generic-pool'
import pino from 'pino'
import { logs } from '#logs-api'

const log = pino()
const pool = genericPool.createPool({ create: async () => ({}), destroy: async () => {} }, { max: 1 })

const inner = fastify()
inner.get('/inner/:id', async () => {
  log.info('inner')
  return ''
})

const outer = express()
outer.get('/outer/:id', (_request, response) => {
  log.info('outer')
  trace.getTracer('app').startActiveSpan('own', async (span) => {
    logs.getLogger('app').emit({ body: 'emitted' })
    await pool.use(async () => {})
    await (await fetch(`http://127.0.0.1:${inner.server.address().port}/inner/7`)).text()
    span.end()
    response.end()
  })
})

async function main() {
  await inner.listen({ host: '127.0.0.1', port: 0 })
  const server = outer.listen(0, '127.0.0.1', () => {
    http.get({ host: '127.0.0.1', port: server.address().port, path: '/outer/7', agent: false }, (answer) => {
      answer.resume().on('end', async () => {
        server.close()
        server.closeAllConnections()
        await inner.close()
        await pool.drain()
        await pool.clear()
      })
    })
  })
}
main()
