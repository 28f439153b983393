// Knows what things cost: a gRPC server before PostgreSQL.
import { Server, ServerCredentials } from '@grpc/grpc-js'
import pg from 'pg'
import { pino } from 'pino'
import { endOnSigterm } from './ending.mjs'
import { Pricing } from './quotes.mjs'

const logger = pino()
const pool = new pg.Pool()

const server = new Server()
server.addService(Pricing.service, {
  getQuote({ request }, respond) {
    pool.query('SELECT sum(cents) AS cents FROM prices WHERE item = ANY($1)', [request.items], (error, result) => {
      if (error) return respond(error)
      logger.info({ items: request.items.length }, 'priced')
      respond(null, { cents: Number(result.rows[0].cents) })
    })
  },
})
server.bindAsync(process.env.PRICING_ADDRESS, ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error
  process.send({ port })
})
endOnSigterm(
  () => new Promise((resolve) => server.tryShutdown(resolve)),
  () => pool.end(),
)
