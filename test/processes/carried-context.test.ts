import { killServices, runToEnd, startService } from '../support/service'
import { SLOW_BATCHES, useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver(SLOW_BATCHES)

interface Ids {
  readonly traceId?: string | undefined
  readonly spanId?: string | undefined
}

const STARTER = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }
const TRACEPARENT = `00-${STARTER.traceId}-${STARTER.spanId}-01`
const span = (name: string) => receiver.spans.find((each) => each.name === name)!
const ids = ({ traceId, spanId }: Ids) => ({ traceId, spanId })
const parentOf = (name: string) => ({ traceId: span(name).traceId, spanId: span(name).parentSpanId })

test('a child process goes on in the span that started it, whose context its environment carries', async () => {
  expect(await runToEnd('child-processes-app.mjs', { env: toReceiver() })).toMatchObject({ code: 0, stderr: '' })
  expect(receiver.spans.map(({ name }) => name).sort()).toEqual(['job', 'request'])
  expect(parentOf('job')).toEqual(ids(span('request')))
  expect(receiver.logs.map(({ body, spanId }) => [body, spanId])).toEqual([['in the child', span('job').spanId]])
  const instances = receiver.spans.map(({ resource }) => resource['service.instance.id'])
  expect(new Set(instances).size).toBe(2)
})

test('a message takes the context into a worker thread, and nothing of ours keeps the thread alive', async () => {
  expect(await runToEnd('worker-messages-app.mjs', { env: toReceiver() })).toMatchObject({ code: 0, stderr: '' })
  for (const name of ['a', 'b']) {
    expect(parentOf(`work of ${name}`)).toEqual(ids(span(name)))
    expect(ids(receiver.logs.find(({ body }) => body === name)!)).toEqual(ids(span(`work of ${name}`)))
  }
})

describe('a process that was started with TRACEPARENT', () => {
  test('goes on in that trace where it is asked to, and its root context is none the less a root', async () => {
    const env = toReceiver({ TRACEPARENT, HEDDLE_CONTINUE_ENVIRONMENT: 'true' })
    expect(await runToEnd('environment-app.mjs', { env })).toMatchObject({ code: 0, stderr: '' })
    expect([parentOf('step'), parentOf('later')]).toEqual([STARTER, STARTER])
    expect(parentOf('within')).toEqual(ids(span('step')))
    expect(span('apart').traceId).not.toBe(STARTER.traceId)
    expect(span('apart').parentSpanId).toBeFalsy()
    expect(receiver.logs.map(ids)).toEqual([STARTER])
  })

  test('is in no trace of others by itself', async () => {
    expect(await runToEnd('environment-app.mjs', { env: toReceiver({ TRACEPARENT }) })).toMatchObject({ code: 0 })
    expect(new Set(receiver.spans.map(({ traceId }) => traceId)).size).toBe(3)
    expect(receiver.spans.filter(({ traceId }) => traceId === STARTER.traceId)).toEqual([])
  })

  test('has the trace of each request that it serves, and none for all', async () => {
    const env = toReceiver({ TRACEPARENT, HEDDLE_CONTINUE_ENVIRONMENT: 'true' })
    const service = await startService('express-app.mjs', { env })
    const caller = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) }
    await fetch(`${service.url}/api/a/users/1`)
    await fetch(`${service.url}/api/a/users/2`)
    await fetch(`${service.url}/health`, { headers: { traceparent: `00-${caller.traceId}-${caller.spanId}-01` } })
    await service.stop()
    expect(parentOf('GET /health')).toEqual(caller)
    const traces = receiver.spans.map(({ traceId }) => traceId)
    expect([new Set(traces).size, traces.includes(STARTER.traceId)]).toEqual([3, false])
  })
})
