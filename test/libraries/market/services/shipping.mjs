// Ships what was ordered: a consumer of Kafka.
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import { pino } from 'pino'
import { endOnSigterm } from './ending.mjs'

const logger = pino()
const pool = new pg.Pool()
const kafka = new Kafka({ brokers: [process.env.KAFKA_ADDRESS], logLevel: logLevel.ERROR })
const consumer = kafka.consumer({ groupId: 'shipping' })

async function ship({ message }) {
  const { id, items } = JSON.parse(message.value)
  logger.info({ order: id }, 'shipping')
  for (const item of items) await pool.query('INSERT INTO shipments (order_id, item) VALUES ($1, $2)', [id, item])
  logger.info({ order: id }, 'shipped')
}

async function start() {
  await consumer.connect()
  await consumer.subscribe({ topic: 'orders', fromBeginning: true })
  consumer.on(consumer.events.GROUP_JOIN, () => process.send({ port: 0 }))
  await consumer.run({ partitionsConsumedConcurrently: 3, eachMessage: ship })
}
start()
endOnSigterm(
  () => consumer.disconnect(),
  () => pool.end(),
)
