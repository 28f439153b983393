// The front: Express, and GraphQL over HTTP.
import express from 'express'
import { buildSchema } from 'graphql'
import { createHandler } from 'graphql-http/lib/use/express'
import { pino } from 'pino'
import { endOnSigterm } from './ending.mjs'

const logger = pino()

const schema = buildSchema(`
  type Order { id: ID!, cents: Int! }
  type Query { order(id: ID!): Order }
  type Mutation { checkout(id: ID!, items: [String!]!): Order! }
`)

const rootValue = {
  async checkout({ id, items }, { shop }) {
    logger.info({ order: id }, 'checking out')
    const answer = await fetch(`${process.env.ORDERS_URL}/shops/${shop}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, items }),
    })
    if (!answer.ok) throw new Error(`orders answered ${answer.status}`)
    return answer.json()
  },
}

const shop = express.Router({ mergeParams: true })
shop.use(express.json())
shop.post('/graphql', (request, response, next) => {
  const context = { shop: request.params.shop }
  return createHandler({ schema, rootValue, context })(request, response, next)
})

const app = express()
app.use('/shops/:shop', shop)
const server = app.listen(process.env.PORT, '127.0.0.1', () => process.send(server.address()))
endOnSigterm(() => server.close())
