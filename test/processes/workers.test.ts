import { killServices, runToEnd, startService } from '../support/service'
import { SLOW_BATCHES, useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver(SLOW_BATCHES)

describe('worker threads that hold records when the main thread', () => {
  const spool = useTemporaryDirectory('workers')
  const names = () => receiver.spans.map(({ name }) => name).sort()

  test('is told to end deliver them', async () => {
    const service = await startService('busy-worker-app.mjs', { env: toReceiver() })
    const end = await service.stop()
    expect(end).toMatchObject({ code: null, signal: 'SIGTERM' })
    expect(names()).toEqual(['under way', 'under way', 'work', 'work'])
    expect(receiver.logs.map(({ body }) => body)).toEqual(['at work', 'at work'])
  })

  test.each([
    ['process-exit', 3, []],
    ['crash', 1, ['uncaught exception: boom']],
  ])('ends by %s keep them on disk, for the next process', async (end, expectedCode, lastWords) => {
    const env = { HEDDLE_SPOOL: 'true', HEDDLE_SPOOL_DIR: spool.path, END: end }
    const nobody = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }
    const { code } = await runToEnd('busy-worker-app.mjs', { env: toReceiver({ ...env, ...nobody }) })
    expect(code).toBe(expectedCode)
    await runToEnd('script.mjs', { env: toReceiver(env) })
    expect(names()).toEqual(['under way', 'under way', 'work', 'work', 'work'])
    expect(receiver.logs.map(({ body }) => body).sort()).toEqual(['at work', 'at work', 'at work', ...lastWords])
  })
})

describe('a worker thread that is terminated', () => {
  const spool = useTemporaryDirectory('workers')

  test('leaves what it had written to its journal to the next process, and nothing else', async () => {
    const env = { HEDDLE_SPOOL: 'true', HEDDLE_SPOOL_DIR: spool.path }
    const nobody = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }
    const ended = await runToEnd('terminated-worker-app.mjs', { env: toReceiver({ ...env, ...nobody }) })
    expect(ended.code).toBe(0)
    await runToEnd('script.mjs', { env: toReceiver(env) })
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual(['of the worker', 'work'])
  })
})

test.each([
  ['that has stopped Heddle', 'stopped'],
  ['that another one had started, and that has ended,', 'nested'],
])('a worker thread %s is not waited for when the process ends', async (_, which) => {
  const service = await startService('stopped-worker-app.mjs', { execArgv: [], env: toReceiver({ CASE: which }) })
  const end = await service.stop()
  expect(end).toMatchObject({ code: null, signal: 'SIGTERM' })
  expect(end.tookMs).toBeLessThan(1_500)
})

describe.each(['--import', '--require'])('preloaded with %s', (flag) => {
  const execArgv = [flag, 'heddle/register']

  test.each(['one', 'several'])(
    'the worker of pino’s transport is left alone, with %s target(s), and each line arrives once',
    async (targets) => {
      const { code, stdout, stderr } = await runToEnd('pino-transport-app.cjs', {
        execArgv,
        env: toReceiver({ TARGETS: targets }),
      })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const [transport, ...lines] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
      expect(transport).toEqual({ isMainThread: false, isTraced: false })

      const [span] = receiver.spans
      expect(receiver.spans.map(({ name }) => name)).toEqual(['work'])
      expect(lines.map(({ msg, span_id }) => [msg, span_id])).toEqual(
        ['first', 'second', 'third'].map((line) => [line, span?.spanId]),
      )
      expect(receiver.logs.map(({ body, spanId }) => [body, spanId])).toEqual(
        ['first', 'second', 'third'].map((line) => [line, span?.spanId]),
      )
    },
  )

  test('a worker thread of the app is traced as the main thread is, each log in its own span', async () => {
    const { code, stderr } = await runToEnd('worker-threads-app.mjs', { execArgv, env: toReceiver() })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual(['main work', 'worker work'])
    expect(receiver.logs).toHaveLength(2)
    for (const side of ['main', 'worker']) {
      const span = receiver.spans.find(({ name }) => name === `${side} work`)
      const log = receiver.logs.find(({ body }) => body === `${side} at work`)
      expect({ traceId: log?.traceId, spanId: log?.spanId }).toEqual({ traceId: span?.traceId, spanId: span?.spanId })
    }
  })

  test('each worker of a cluster is an instance of its own, and its logs carry the ids of its spans', async () => {
    const service = await startService('cluster-app.mjs', { execArgv, env: toReceiver() })
    for (let count = 0; count < 4; count++) await fetch(`${service.url}/${count}`)
    const end = await service.stop()
    expect({ ...end, stderr: service.stderr() }).toMatchObject({ code: 0, signal: null, stderr: '' })

    expect(receiver.spans).toHaveLength(4)
    expect(receiver.logs).toHaveLength(4)
    const instances = receiver.spans.map(({ resource }) => [resource['process.pid'], resource['service.instance.id']])
    // Two processes, two ids, and always the same id for the same process.
    expect(new Set(instances.map(([pid]) => pid)).size).toBe(2)
    expect(new Set(instances.map(([, id]) => id)).size).toBe(2)
    expect(new Set(instances.map((pair) => pair.join())).size).toBe(2)
    for (const log of receiver.logs) {
      const span = receiver.spans.find(({ spanId }) => spanId === log.spanId)
      expect({ traceId: log.traceId, resource: log.resource }).toEqual({
        traceId: span?.traceId,
        resource: span?.resource,
      })
    }
  })
})
