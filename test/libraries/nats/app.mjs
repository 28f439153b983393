import { createRequire } from 'node:module'
import { mark, until, within } from '../queues/messages.mjs'

const { LIBRARY, BUILD, SERVER } = process.env
const require = createRequire(import.meta.url)
const load = (name) => (BUILD === 'require' ? require(name) : import(name))
const nats = await load(LIBRARY)
const { headers } = nats
const connection = await nats.connect({ servers: SERVER })
const text = (data) => Buffer.from(data).toString()
const body = Buffer.from('secret')
const given = []
const rejections = []
process.on('unhandledRejection', (error) => rejections.push(error.message))

// Handled by callbacks, which await.
let handled = 0
connection.subscribe('orders.*.paid', {
  callback: async (_error, message) => {
    given.push([...(message.headers?.keys() ?? [])].sort().join())
    mark(`handles ${text(message.data)}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
    mark(`still handles ${text(message.data)}`)
    handled++
    if (text(message.data) === 'fails') throw new Error('cannot handle')
  },
})
const own = headers()
own.append('own', 'x')
const options = { headers: own }
await within('one', () => {
  connection.publish('orders.17.paid', 'one', options)
  mark('after the publish')
})
await Promise.all(
  Array.from({ length: 10 }, (_, each) =>
    within(`request ${each}`, () => connection.publish(`orders.${each}.paid`, `${each}`)),
  ),
)
await within('failing', () => connection.publish('orders.18.paid', 'fails'))
await until(() => handled === 12 && rejections.length === 1)

// Handed to a loop.
const loop = (async () => {
  for await (const message of connection.subscribe('parcels', { max: 2 })) {
    mark(`loops ${text(message.data)}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
})()
await within('to a loop', () => connection.publish('parcels', 'secret'))
await within('to a loop again', () => connection.publish('parcels', body))
await loop

// Requests, and their answers.
connection.subscribe('double', {
  callback: (_error, message) => {
    mark('answers')
    message.respond(`${2 * Number(text(message.data))}`)
  },
})
const answers = []
for (const noMux of [false, true]) {
  await within(noMux ? 'asks apart' : 'asks', async () => {
    answers.push(text((await connection.request('double', '21', { timeout: 5000, noMux })).data))
    mark('after the answer')
  })
}
const many = await within('asks many', () =>
  connection.requestMany('double', '4', { maxMessages: 1, strategy: 'count', maxWait: 5000 }),
)
for await (const message of many) answers.push(text(message.data))
const failures = []
await within('nobody answers', () =>
  connection.request('nobody', body, { timeout: 500 }).catch((error) => failures.push(error.name)),
)
await within('no subject', async () => {
  try {
    connection.publish('')
  } catch (error) {
    failures.push(error.name)
  }
})

// JetStream.
const { jetstream, jetstreamManager } =
  LIBRARY === 'nats'
    ? { jetstream: () => connection.jetstream(), jetstreamManager: () => connection.jetstreamManager() }
    : await load('@nats-io/jetstream')
const manager = await jetstreamManager(connection)
await manager.streams.add({ name: 'events', subjects: ['events.>'] })
for (const durable_name of ['pulled', 'called', 'got'])
  await manager.consumers.add('events', { durable_name, ack_policy: 'explicit' })
const streams = jetstream(connection)
const stored = await within('stored', async () => {
  const { seq } = await streams.publish('events.placed', 'first', { headers: own })
  mark('after the publish')
  return seq
})
await within('stored again', () => streams.publish('events.placed', 'second'))
const consumer = (name) => streams.consumers.get('events', name)
const fetched = await (await consumer('pulled')).fetch({ max_messages: 2, expires: 5000 })
for await (const message of fetched) {
  mark(`fetched ${text(message.data)}`)
  message.ack()
}
let called = 0
const messages = await (await consumer('called')).consume({
  callback: (message) => {
    mark(`called ${text(message.data)}`)
    message.ack()
    called++
  },
})
await until(() => called === 2)
await messages.close()
if (LIBRARY !== 'nats') {
  await manager.consumers.add('events', { durable_name: 'pushed', ack_policy: 'none', deliver_subject: 'to.here' })
  const pushed = await streams.consumers.getPushConsumer('events', 'pushed')
  let count = 0
  await pushed.consume({
    callback: ({ data }) => {
      mark(`pushed ${text(data)}`)
      count++
    },
  })
  await until(() => count === 2)
}
const got = await within('gets', async () => text((await (await consumer('got')).next()).data))
await within('ordered', async () => {
  for await (const message of await (await streams.consumers.get('events')).consume()) {
    mark(`ordered ${text(message.data)}`)
    if (text(message.data) === 'second') break
  }
})
await within('nowhere', () =>
  streams.publish('not-there', body, { timeout: 500 }).catch((error) => failures.push(error.name)),
)
// Another app is to find none of it.
await manager.streams.delete('events')
await connection.close()
console.log(JSON.stringify({ given, answers, failures, rejections, stored, got, own: [...own.keys()] }))
if (process.connected) process.disconnect()
