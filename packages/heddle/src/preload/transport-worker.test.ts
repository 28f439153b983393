import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { isTransportWorker } from './transport-worker'

test('the worker of a pino transport is known by what thread-stream hands to it', async () => {
  // As thread-stream starts its worker. A real worker runs the check, because the preload runs
  // there.
  const workerData = { filename: 'file:///t.js', workerData: { $context: { threadStreamVersion: '4.0.0' } } }
  const ask = `const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(workerData)`
  const worker = new Worker(ask, { eval: true, workerData })
  const [received] = await once(worker, 'message')
  expect(isTransportWorker(false, received)).toBe(true)
})

test.each([undefined, null, 7, 'text', {}, { workerData: null }, { workerData: { $context: {} } }])(
  'a worker of the app with the data %p is one to start in',
  (data) => {
    expect(isTransportWorker(false, data)).toBe(false)
  },
)

test('the main thread is one to start in', () => {
  expect(isTransportWorker()).toBe(false)
})
