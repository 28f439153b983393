import { library, mark, until, within } from './messages.mjs'

const { Kafka, logLevel } = await library()
const kafka = new Kafka({
  clientId: 'app',
  brokers: [process.env.SERVER],
  logLevel: logLevel.NOTHING,
  retry: { retries: 2, initialRetryTime: 50 },
})
const TOPICS = ['orders', 'parcels', 'fails']
const admin = kafka.admin()
await admin.connect()
await admin.createTopics({ waitForLeaders: true, topics: TOPICS.map((topic) => ({ topic, numPartitions: 1 })) })

// A broker that has just started has no coordinator of groups yet.
for (let isReady = false; !isReady; )
  isReady = await admin.fetchOffsets({ groupId: 'orders-group', topics: ['orders'] }).then(
    () => true,
    () => false,
  )

const producer = kafka.producer({ createPartitioner: undefined })
await producer.connect()
const result = await within('one', async () => {
  const messages = Object.freeze([Object.freeze({ key: 'secret', value: 'one', headers: Object.freeze({ own: 'x' }) })])
  const sent = await producer.send({ topic: 'orders', messages })
  mark('after the send')
  return sent
})
await Promise.all(
  Array.from({ length: 10 }, (_, each) =>
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
await within('without a topic', () =>
  producer.send({ messages: [{ value: 'x' }] }).catch((error) => errors.push(error.name)),
)
await within('without messages', () => producer.send({ topic: 'orders' }).catch((error) => errors.push(error.name)))

const headers = []
const consume = async (topic, handlers) => {
  const consumer = kafka.consumer({ groupId: `${topic}-group`, retry: { retries: 8, initialRetryTime: 50 } })
  await consumer.connect()
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run(handlers)
  return consumer
}
let handled = 0
let batches = 0
let failures = 0
const consumers = await Promise.all([
  consume('orders', {
    eachMessage: async ({ message }) => {
      headers.push(Object.keys(message.headers))
      mark(`handles ${message.value}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
      mark(`still handles ${message.value}`)
      handled++
    },
  }),
  consume('parcels', {
    eachBatch: async ({ batch }) => {
      mark(`handles ${batch.messages.length}`)
      batches++
    },
  }),
  consume('fails', {
    eachMessage: async () => {
      if (failures++ === 0) throw new Error('cannot handle')
    },
  }),
])
await until(() => handled >= 11 && batches >= 1 && failures >= 2)
await Promise.all([...consumers, producer].map((each) => each.disconnect()))
// Another app is to find none of it.
await admin.deleteTopics({ topics: TOPICS })
await admin.disconnect()
console.log(
  JSON.stringify({
    result: result.map(({ topicName, errorCode }) => ({ topicName, errorCode })),
    headers: headers[0],
    errors,
  }),
)
if (process.connected) process.disconnect()
