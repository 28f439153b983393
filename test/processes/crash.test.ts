import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, startService } from '../support/service'
import { SLOW_BATCHES, useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

const FATAL = 21
const NOBODY = 'http://127.0.0.1:9'

afterEach(killServices)
const { receiver } = useReceiver()
const spool = useTemporaryDirectory('crash')

const settings = (way: string, endpoint: string) => ({
  CRASH: way,
  HEDDLE_SPOOL: 'true',
  HEDDLE_SPOOL_DIR: spool.path,
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  ...SLOW_BATCHES,
})

/**
 * Runs the process that crashes, and the next processes of the service until they have delivered
 * what it left on disk. Returns how it ended and what was delivered of it, without the span and the
 * log of each of the next.
 */
async function crash(way: string) {
  const end = await runToEnd('crash-app.mjs', { env: settings(way, NOBODY) })
  // A script that ends soon leaves to the next one what it has not sent.
  do await runToEnd('script.mjs', { env: settings(way, receiver.httpUrl) })
  while (readdirSync(spool.path, { recursive: true }).some((file) => String(file).endsWith('.seg')))
  const pid = (own: { resource: Record<string, unknown> }) => own.resource['process.pid']
  const nextPids = receiver.logs.filter(({ body }) => body === 'at work').map(pid)
  const isOfNext = (own: { resource: Record<string, unknown> }) => nextPids.includes(pid(own))
  // The deliveries themselves are not traced.
  expect(receiver.spans.filter(isOfNext).map(({ name }) => name)).toEqual(nextPids.map(() => 'work'))
  const logs = receiver.logs.filter((log) => !isOfNext(log))
  return {
    end,
    spans: receiver.spans.filter((span) => !isOfNext(span)),
    logs,
    fatal: logs.filter(({ severityNumber }) => severityNumber === FATAL),
  }
}

/** How the same process ends without Heddle. */
async function bare(way: string) {
  const { code, signal, stderr } = await runToEnd('crash-app.mjs', { execArgv: [], env: { CRASH: way } })
  return { code, signal, stderr }
}

/** The text without the frames of a stack, among which are Heddle's own. */
const withoutFrames = (text: string) => text.replace(/^ {4}at .*\n/gm, '')

describe('an uncaught exception in a request', () => {
  test('is a FATAL log record with the exception and the ids of that request’s span', async () => {
    const { spans, fatal } = await crash('exception')
    const server = spans.find(({ kind }) => kind === 'SERVER')
    expect(fatal).toEqual([
      expect.objectContaining({
        severityText: 'fatal',
        body: 'uncaught exception: boom',
        traceId: server?.traceId,
        spanId: server?.spanId,
        attributes: {
          'exception.type': 'TypeError',
          'exception.message': 'boom',
          'exception.stacktrace': expect.stringContaining('crash-app.mjs'),
        },
      }),
    ])
  })

  test('gives out the open spans as unfinished, and the one it was thrown in as failed', async () => {
    const { spans } = await crash('exception')
    expect(spans.map(({ kind }) => kind).sort()).toEqual(['CLIENT', 'SERVER'])
    for (const { attributes } of spans) expect(attributes['heddle.unfinished']).toBe(true)
    const [client, server] = ['CLIENT', 'SERVER'].map((wanted) => spans.find(({ kind }) => kind === wanted))
    expect(server).toMatchObject({ parentSpanId: client?.spanId, traceId: client?.traceId })
    expect(server?.status).toEqual({ code: 'ERROR', message: 'uncaught exception: boom' })
    expect(client?.status.code).toBe('UNSET')
  })

  test('leaves a status that the app had set', async () => {
    const { spans } = await crash('judged')
    expect(spans.find(({ kind }) => kind === 'SERVER')?.status.message).toBe('as the app sees it')
  })
})

test('an unhandled rejection is recorded in the same way', async () => {
  const { spans, fatal } = await crash('rejection')
  const server = spans.find(({ kind }) => kind === 'SERVER')
  expect(fatal).toMatchObject([{ body: 'unhandled rejection: boom', spanId: server?.spanId, traceId: server?.traceId }])
})

test.each(['synchronous', 'synchronous later', 'handler'])(
  'what is thrown synchronously, and so has left its span when it is reported, still has the ids of it: %s',
  async (way) => {
    const { spans, fatal } = await crash(way)
    const span = spans.find(({ kind }) => kind !== 'CLIENT')
    expect(fatal).toMatchObject([{ spanId: span?.spanId, traceId: span?.traceId }])
    expect(span).toMatchObject({
      attributes: { 'heddle.unfinished': true },
      status: { code: 'ERROR', message: expect.stringContaining('boom') },
    })
  },
)

test('an app that listens for the exception and lives on has not crashed', async () => {
  const { end, spans, fatal } = await crash('survived')
  expect(end.code).toBe(0)
  expect(fatal).toEqual([])
  expect(spans).toMatchObject([{ name: 'work', attributes: {} }])
  expect(spans[0]?.attributes).not.toHaveProperty('heddle.unfinished')
})

test('an app that listens for the exception, logs it and exits has crashed, with its own last words', async () => {
  const { end, logs, fatal } = await crash('logged')
  expect(end.code).toBe(9)
  expect(logs.map(({ body }) => body)).toEqual(expect.arrayContaining(['last words', 'uncaught exception: boom']))
  const [ofApp] = logs.filter(({ body }) => body === 'last words')
  expect(fatal[0]?.spanId).toBe(ofApp?.spanId)
})

test('what is logged in the exit event, after us, is kept as well', async () => {
  const { logs } = await crash('late words')
  // At least once: a script that ends while it sends what it found leaves that to the next.
  const bodies = new Set(logs.map(({ body }) => body))
  expect([...bodies]).toEqual(['uncaught exception: boom', 'late 1', 'late 2', 'late 3'])
})

test.each([
  ['null', 'uncaught exception: null'],
  ['hostile', 'uncaught exception'],
])('whatever is thrown is recorded as far as it lets itself be read: %s', async (way, body) => {
  const { fatal } = await crash(way)
  expect(fatal).toMatchObject([{ body }])
})

test('a span that is never ended is sent as unfinished when the process has nothing left to do', async () => {
  const env = settings('never ended', receiver.httpUrl)
  const { code } = await runToEnd('crash-app.mjs', { env })
  expect(code).toBe(0)
  expect(receiver.spans).toMatchObject([{ name: 'work', attributes: { 'heddle.unfinished': true } }])
})

test.each(['exception', 'rejection', 'synchronous', 'synchronous later', 'handler', 'null', 'hostile', 'logged'])(
  'exit code, signal and stderr are what they are without Heddle: %s',
  async (way) => {
    const [{ end }, without] = await Promise.all([crash(way), bare(way)])
    expect({ code: end.code, signal: end.signal }).toEqual({ code: without.code, signal: without.signal })
    expect(withoutFrames(end.stderr)).toBe(withoutFrames(without.stderr))
  },
)

test('what is logged while a SIGTERM is being obeyed is delivered, or kept', async () => {
  const slow = await startReceiver({
    grpc: false,
    respond: async () => {
      service.process.send(1)
      await once(service.process, 'message')
      return undefined
    },
  })
  const service = await startService('talkative-end.mjs', { env: settings('', slow.httpUrl) })
  const end = await service.stop()
  expect(end).toMatchObject({ code: null, signal: 'SIGTERM' })
  await slow.close()
  await runToEnd('script.mjs', { env: settings('', receiver.httpUrl) })
  const bodies = [...slow.logs, ...receiver.logs].map(({ body }) => body)
  expect(bodies).toEqual(['before', 'meanwhile 1', 'at work'])
})
