import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { mark, until, within } from '../queues/messages.mjs'

const [, , folder, build, broker] = process.argv
const require = createRequire(`${folder}/package.json`)
const NAME = '@confluentinc/kafka-javascript'
const { KafkaJS } = build === 'require' ? require(NAME) : await import(pathToFileURL(require.resolve(NAME)))
const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: [broker], logLevel: KafkaJS.logLevel.NOTHING } })
const TOPICS = ['orders', 'parcels', 'fails']
const admin = kafka.admin()
await admin.connect()
await admin.createTopics({ topics: TOPICS.map((topic) => ({ topic, numPartitions: 1 })) })

const producer = kafka.producer()
await producer.connect()
const own = { key: 'secret', value: 'one', headers: { own: 'x' } }
const result = await within('one', async () => {
  const sent = await producer.send({ topic: 'orders', messages: [own] })
  mark('after the send')
  return sent
})
await Promise.all(
  Array.from({ length: 5 }, (_, each) =>
    within(`request ${each}`, () => producer.send({ topic: 'orders', messages: [{ value: `${each}` }] })),
  ),
)
await within('batch', () =>
  producer.sendBatch({
    topicMessages: [
      { topic: 'parcels', messages: [{ value: 'secret' }, { value: 'secret' }] },
      { topic: 'fails', messages: [{ value: 'secret' }] },
    ],
  }),
)
const errors = []
await within('with acks', () =>
  producer.send({ topic: 'orders', acks: 1, messages: [] }).catch((error) => errors.push(error.name)),
)

const headers = []
let handled = 0
let batches = 0
let failures = 0
const consume = async (topic, handlers) => {
  const consumer = kafka.consumer({ kafkaJS: { groupId: `${topic}-group`, fromBeginning: true } })
  await consumer.connect()
  await consumer.subscribe({ topic })
  await consumer.run(handlers)
  return consumer
}
const consumers = await Promise.all([
  consume('orders', {
    eachMessage: async ({ message }) => {
      headers.push(Object.keys(message.headers ?? {}))
      mark(`handles ${message.value}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
      mark(`still handles ${message.value}`)
      handled++
    },
  }),
  consume('parcels', {
    eachBatch: async ({ batch }) => {
      mark('handles a batch')
      batches += batch.messages.length
    },
  }),
  consume('fails', {
    eachMessage: async () => {
      if (failures++ === 0) throw new Error('cannot handle')
    },
  }),
])
await until(() => handled >= 6 && batches >= 2 && failures >= 2)
await Promise.all([...consumers, producer].map((each) => each.disconnect()))
// Another app is to find none of it.
await admin.deleteTopics({ topics: TOPICS })
await admin.disconnect()
console.log(JSON.stringify({ topics: result.map(({ topicName }) => topicName), headers: headers[0], errors }))
if (process.connected) process.disconnect()
