import { promisify } from 'node:util'
import { library, mark, until, within } from './messages.mjs'

const { SERVER, API } = process.env
const amqp = await library(API === 'callback' ? '/callback_api' : '')
/** A method of the one API or of the other. */
const call = (target, method, ...args) =>
  API === 'callback' ? promisify(target[method]).apply(target, args) : target[method](...args)

const rejections = []
process.on('unhandledRejection', (error) => rejections.push(error.message))
const connection = await call(amqp, 'connect', SERVER)
const channel = await call(connection, 'createChannel')
const confirms = await call(connection, 'createConfirmChannel')
channel.on('error', () => {})
const queue = async (name) => {
  await call(channel, 'assertQueue', name, { exclusive: true })
  return name
}
const confirmed = (...args) =>
  new Promise((resolve, reject) => confirms.publish(...args, (error) => (error ? reject(error) : resolve())))
const BODY = Buffer.from('secret')

// Acknowledged, by a handler that awaits.
let handled = 0
const orders = await queue('orders')
await call(
  channel,
  'consume',
  orders,
  async (message) => {
    mark(`handles ${message.content}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    mark(`still handles ${message.content}`)
    channel.ack(message)
    handled++
  },
  {},
)
const options = Object.freeze({ messageId: 'm-1', correlationId: 'c-1', headers: Object.freeze({ own: 'x' }) })
await within('confirmed', async () => {
  await confirmed('', orders, BODY, options)
  mark('after the confirmation')
})
await within('unconfirmed', () => channel.sendToQueue(orders, BODY))
await until(() => handled === 2)
await Promise.all(
  Array.from({ length: 20 }, (_, each) =>
    within(`request ${each}`, () => channel.sendToQueue(orders, Buffer.from(`${each}`))),
  ),
)
await until(() => handled === 22)

// Refused; by a key of an exchange.
let refused = 0
await call(channel, 'assertExchange', 'events', 'topic', { durable: false })
const refusals = await queue('refusals')
await call(channel, 'bindQueue', refusals, 'events', 'order.*', {})
await call(
  channel,
  'consume',
  refusals,
  (message) => {
    channel.nack(message, false, false)
    refused++
  },
  {},
)
await within('refused', () => channel.publish('events', 'order.17', BODY))
await until(() => refused === 1)

// Without acknowledgements, by a handler that fails.
const fails = await queue('fails')
await call(
  channel,
  'consume',
  fails,
  async () => {
    throw new Error('cannot handle')
  },
  { noAck: true },
)
await within('failing', () => channel.sendToQueue(fails, BODY))
await until(() => rejections.length === 1)

// All at once, when the third has come.
const several = await queue('several')
let come = 0
await call(
  channel,
  'consume',
  several,
  (message) => {
    if (++come === 3) channel.ack(message, true)
  },
  {},
)
await within('several', () => {
  for (let each = 0; each < 3; each++) channel.sendToQueue(several, BODY)
})
await until(() => come === 3)

// Got.
const pulled = await queue('pulled')
await within('sent to be got', () => confirmed('', pulled, BODY, {}))
const got = await within('gets', async () => {
  const message = await call(channel, 'get', pulled, { noAck: true })
  mark('after get')
  return message
})
const empty = await within('gets nothing', () => call(channel, 'get', pulled, {}))

// Published without a callback, and waited for.
await within('waited for', async () => {
  confirms.publish('', pulled, BODY)
  await call(confirms, 'waitForConfirms')
  mark('after the wait')
})
const closing = await call(connection, 'createConfirmChannel')
await within('closed before', async () => {
  // 0.10 forgets the first one.
  for (let each = 0; each < 2; each++) closing.publish('', pulled, BODY)
  await call(closing, 'close')
})
const afterClose = await Promise.race([
  call(closing, 'waitForConfirms').then(
    () => 'confirmed',
    (error) => error.message,
  ),
  new Promise((resolve) => setTimeout(resolve, 500, 'never answered')),
])

// An exchange that is not there closes the channel.
const errors = []
confirms.on('error', () => {})
await within('to nowhere', () => confirmed('nowhere', 'key', BODY, {}).catch((error) => errors.push(error.message)))
// Left unacknowledged by a channel that is closed.
const left = await queue('left')
let leaves = 0
await call(channel, 'consume', left, () => leaves++, {})
await within('left', () => channel.sendToQueue(left, BODY))
await until(() => leaves === 1)
await call(channel, 'close')
try {
  channel.sendToQueue(left, BODY)
} catch (error) {
  errors.push(error.name)
}
await call(connection, 'close')
console.log(
  JSON.stringify({
    got: `${got.content}`,
    headers: got.properties.headers,
    empty,
    errors,
    rejections,
    options,
    afterClose,
  }),
)
if (process.connected) process.disconnect()
