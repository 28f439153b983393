import { library, mark, until, within } from './messages.mjs'

const { DelayedError, Queue, Worker } = await library()
const [host, port] = process.env.SERVER.split(':')
const connection = { host, port: Number(port) }

const queue = new Queue('orders', { connection })
const options = Object.freeze({ attempts: 1, removeOnFail: true })
const metadata = []
const worker = new Worker(
  'orders',
  async (job, token) => {
    mark(`handles ${job.name}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    mark(`still handles ${job.name}`)
    metadata.push(job.opts.telemetry?.metadata)
    if (job.name === 'fails') throw new Error('cannot handle')
    if (job.name === 'postponed' && !job.data.postponed) {
      await job.updateData({ postponed: true })
      await job.moveToDelayed(Date.now() + 10, token)
      throw new DelayedError()
    }
    return job.name
  },
  { connection, concurrency: 5 },
)
const ended = []
worker.on('completed', (job) => ended.push(job.name))
worker.on('failed', (job) => ended.push(job.name))

const added = await within('one', async () => {
  const job = await queue.add('ship', { card: 'secret' }, options)
  mark('after the add')
  return job
})
await within('failing', () => queue.add('fails', {}, options))
await within('several', () =>
  queue.addBulk([
    { name: 'first', data: {} },
    { name: 'second', data: {}, opts: options },
  ]),
)
await within('postponing', () => queue.add('postponed', {}))
await Promise.all(Array.from({ length: 10 }, (_, each) => within(`request ${each}`, () => queue.add(`${each}`, {}))))
await until(() => ended.length === 15)
const errors = []
await within('refused', () =>
  queue.add('refused', {}, { jobId: '0:1:2:3' }).catch((error) => errors.push(error.constructor.name)),
)
const repeated = await queue.add('repeated', {}, { repeat: { every: 3_600_000 } })
await worker.close()
await queue.obliterate({ force: true })
await queue.close()
console.log(
  JSON.stringify({
    id: added.id,
    ended: ended.sort(),
    errors,
    options,
    repeated: repeated.opts.telemetry ?? null,
    carried: metadata.filter(Boolean).length,
  }),
)
if (process.connected) process.disconnect()
