// Takes orders: Fastify, with Redis for those that come twice, and tells Kafka of them.
import { credentials } from '@grpc/grpc-js'
import { fastify as createServer, LogController } from 'fastify'
import { Redis } from 'ioredis'
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import { endOnSigterm } from './ending.mjs'
import { Pricing } from './quotes.mjs'

const redis = new Redis(Number(process.env.REDIS_PORT), '127.0.0.1')
const pool = new pg.Pool()
const pricing = new Pricing(process.env.PRICING_ADDRESS, credentials.createInsecure())
const kafka = new Kafka({ brokers: [process.env.KAFKA_ADDRESS], logLevel: logLevel.ERROR })
const producer = kafka.producer()

const fastify = createServer({ logger: true, logController: new LogController({ disableRequestLogging: true }) })

fastify.post('/shops/:shop/orders', async (request, reply) => {
  const { shop } = request.params
  const { id, items } = request.body
  if (await redis.get(`orders:${id}`)) return reply.code(409).send({ error: 'ordered already' })
  const { cents } = await getQuote(items)
  await pool.query('INSERT INTO orders (id, shop, cents) VALUES ($1, $2, $3)', [id, shop, cents])
  await redis.pipeline().set(`orders:${id}`, cents).incr(`shops:${shop}`).exec()
  await producer.send({ topic: 'orders', messages: [{ key: shop, value: JSON.stringify({ id, items }) }] })
  request.log.info({ order: id }, 'order taken')
  return reply.code(201).send({ id, cents })
})

function getQuote(items) {
  return new Promise((resolve, reject) => {
    pricing.getQuote({ items }, (error, quote) => (error ? reject(error) : resolve(quote)))
  })
}

async function start() {
  await producer.connect()
  await fastify.listen({ port: process.env.PORT, host: '127.0.0.1' })
  process.send(fastify.server.address())
}
start()
endOnSigterm(
  () => fastify.close(),
  () => producer.disconnect(),
  () => pricing.close(),
  () => redis.quit(),
  () => pool.end(),
)
