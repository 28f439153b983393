const { tracer, within, callers } = require('../within.cjs')(({ message }) => message)

process.on('unhandledRejection', (error) => console.log(`unhandled: ${error.message}`))

const turn = () => new Promise((resolve) => setTimeout(resolve, 20))

async function ioredis({ Redis, default: Default }, port) {
  const options = { host: '127.0.0.1', port, db: 1 }
  const client = new (Redis ?? Default)(options)
  const automatic = new (Redis ?? Default)({ ...options, enableAutoPipelining: true })
  // Not connected yet.
  await callers((each) => client.set(`key ${each}`, 'secret'))
  await within('pair', () => Promise.all([client.get('key a'), client.incr('number')]))
  await within('wrong type', () => client.lpush('key a', 'secret'))
  await within('unknown', () => client.call('nope', 'secret'))
  await within('pipeline', () => client.pipeline().get('key a').incr('number').exec())
  await within('same', () => client.pipeline().get('key a').get('key b').exec())
  await within('transaction', () => client.multi().get('key a').incr('number').exec())
  await within('wrong transaction', () => client.multi().call('nope', 'secret').incr('number').exec())
  await within('automatic', () => callers((each) => automatic.get(`key ${each}`)))
  await within(
    'callback',
    () =>
      new Promise((resolve) => {
        client.get('key a', () => resolve(tracer.startSpan('in the callback').end()))
      }),
  )
  client.lpush('key a', 'secret')
  await turn()
  client.disconnect()
  automatic.disconnect()
}

async function redis({ createClient, createClientPool }, port) {
  const client = createClient({ socket: { host: '127.0.0.1', port }, database: 1 })
  client.on('error', () => {})
  const connected = client.connect()
  // Not connected yet.
  await callers((each) => client.set(`key ${each}`, 'secret'))
  await connected
  await within('pair', () => Promise.all([client.get('key a'), client.incr('number')]))
  await within('wrong type', () => client.lPush('key a', 'secret'))
  await within('unknown', () => client.sendCommand(['nope', 'secret']))
  await within('pipeline', () => client.multi().get('key a').incr('number').execAsPipeline())
  await within('transaction', () => client.multi().get('key a').incr('number').exec())
  await within('wrong transaction', () => client.multi().addCommand(['nope', 'secret']).incr('number').exec())
  // Not in the oldest.
  const pool = createClientPool?.({ socket: { host: '127.0.0.1', port } }, { minimum: 1, maximum: 1 })
  await pool?.connect()
  await within('pool', () => callers((each) => pool?.get(`key ${each}`)))
  client.lPush('key a', 'secret')
  await turn()
  client.destroy()
  pool?.destroy()
}

module.exports = (module, library, port) => (library.startsWith('ioredis') ? ioredis : redis)(module, port)
