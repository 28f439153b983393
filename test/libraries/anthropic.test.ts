import { join } from 'node:path'
import { inspect } from 'node:util'
import type { ReceivedSpan } from '@heddle/receiver'
import { useReceiver } from '../support/use-receiver'
import { runBundled } from './bundled'
import { ANTHROPIC_ANSWERS } from './gen-ai/anthropic-answers'
import { type ModelServer, startModelServer } from './gen-ai/model-server'
import { type Format, paths, runApp } from './processes'

const { receiver, toReceiver } = useReceiver()
let server: ModelServer
beforeAll(async () => {
  server = await startModelServer(ANTHROPIC_ANSWERS)
})
afterEach(() => server.traceparents.splice(0))
afterAll(() => server.close())

const cwd = join(__dirname, 'gen-ai')
const environment = (env?: NodeJS.ProcessEnv) => toReceiver({ MODEL_URL: `http://127.0.0.1:${server.port}`, ...env })
const run = (cases: string, env?: NodeJS.ProcessEnv, packageName = '@anthropic-ai/sdk', format: Format = 'commonjs') =>
  runApp('anthropic.mjs', cases, { format, packageName, cwd, env: environment(env) }) as Promise<
    Record<string, unknown>
  >
const isOurs = ({ scope }: ReceivedSpan) => scope.name === '@heddle/instrumentation/anthropic'

const CHAT = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'anthropic',
  'gen_ai.request.model': 'claude-test',
  'gen_ai.request.max_tokens': 7,
  'server.address': '127.0.0.1',
  'server.port': expect.any(Number),
  'gen_ai.response.id': 'msg_1',
  'gen_ai.response.model': 'claude-test-1',
  'gen_ai.response.finish_reasons': ['tool_use'],
  // With those of the cache.
  'gen_ai.usage.input_tokens': 9,
  'gen_ai.usage.output_tokens': 5,
  'gen_ai.usage.cache_read.input_tokens': 3,
  'gen_ai.usage.cache_creation.input_tokens': 2,
}
const SETTINGS = {
  'gen_ai.request.temperature': 0.5,
  'gen_ai.request.top_p': 0.9,
  'gen_ai.request.top_k': 3,
  'gen_ai.request.stop_sequences': ['END'],
}
const STREAM = { 'gen_ai.request.stream': true, 'gen_ai.response.time_to_first_chunk': expect.any(Number) }

/** What the app gets of each case, and the attributes of its span. */
const ANSWERED: readonly [name: string, result: unknown, attributes: object][] = [
  ['chat', 'msg_1', { ...CHAT, ...SETTINGS }],
  ['beta', 'msg_1', CHAT],
  ['stream', 11, { ...CHAT, ...STREAM }],
  ['helper', { city: 'secret' }, { ...CHAT, ...STREAM }],
  ['withResponse', ['msg_1', 200], CHAT],
]
const LEFT: readonly [name: string, result: unknown][] = [
  ['break', 'message_start'],
  ['aborted', 'APIUserAbortError undefined'],
]
const FAILED: readonly [name: string, result: unknown, type: string][] = [
  ['limited', 'RateLimitError 429', 'rate_limit_exceeded'],
  ['broken', 'InternalServerError 500', '500'],
  ['wrong', expect.stringMatching(/Error/), 'server_error'],
]
const BUILDS: readonly [packageName: string, format: Format][] = [
  ['@anthropic-ai/sdk', 'commonjs'],
  ['@anthropic-ai/sdk', 'module'],
  ['anthropic-0-60', 'commonjs'],
]

describe.each(BUILDS)('%s as %s', (packageName, format) => {
  const cases = [...ANSWERED, ...LEFT, ...FAILED].map(([name]) => name)
  let results: Record<string, unknown>
  let spans: ReceivedSpan[]
  beforeAll(async () => {
    receiver.clear()
    results = await run([...cases, 'retried'].join(' '), {}, packageName, format)
    spans = [...receiver.spans]
  })
  const ofCase = (name: string) => {
    const { traceId } = spans.find((span) => span.name === name && !span.parentSpanId)!
    return spans.filter((span) => span.traceId === traceId)
  }

  test.each(ANSWERED)(
    '%s: the app gets what it asked for, and the span what the conventions say',
    (name, result, attributes) => {
      expect(results[name]).toEqual(result)
      expect(
        ofCase(name)
          .filter(isOurs)
          .map((span) => span.attributes),
      ).toEqual([attributes])
      expect(ofCase(name).filter(isOurs)).toMatchObject([{ kind: 'CLIENT', status: { code: 'UNSET' }, events: [] }])
    },
  )

  test.each(LEFT)('%s: what its caller leaves has ended, and is no error', (name, result) => {
    expect(results[name]).toEqual(result)
    const own = ofCase(name).filter(isOurs)
    expect(own).toMatchObject([{ status: { code: 'UNSET' }, events: [] }])
    expect(own[0]!.attributes).not.toHaveProperty('heddle.unfinished')
  })

  test.each(FAILED)('%s: the app gets the error, and the span its code', (name, result, type) => {
    expect(results[name]).toEqual(result)
    expect(ofCase(name).filter(isOurs)).toMatchObject([
      { status: { code: 'ERROR' }, attributes: { 'error.type': type } },
    ])
  })

  test('a call is one span around the requests of all its attempts', () => {
    const call = 'retried > chat broken-once'
    expect(paths(ofCase('retried'))).toEqual(['retried', call, `${call} > POST`, `${call} > POST`])
  })

  test('nothing that was said is on a span, the key neither', () => {
    expect(inspect(spans, { depth: null })).not.toContain('secret')
  })
})

test.each([
  ['anthropic-0-137', 'commonjs'],
  ['anthropic-0-137', 'module'],
  ['anthropic-1', 'commonjs'],
  ['anthropic-1', 'module'],
] as const)(
  '%s as %s makes a span of its own for a call, which is the one, around its request over HTTP',
  async (packageName, format) => {
    expect(await run('chat stream', {}, packageName, format)).toEqual({ chat: 'msg_1', stream: 11 })
    const of = (name: string) => [
      name,
      `${name} > anthropic.messages.create`,
      `${name} > anthropic.messages.create > POST`,
    ]
    expect(paths(receiver.spans)).toEqual([...of('chat'), ...of('stream')])
    expect(server.traceparents.map((header) => header.length)).toEqual([55, 55])
  },
)

test('in a minified bundle it is traced', async () => {
  const code = `import * as loaded from '@anthropic-ai/sdk'; import { run } from '../apps/anthropic.mjs'; run(loaded, 'stream')`
  expect(await runBundled(code, cwd, environment())).toEqual({ stream: 11 })
  expect(receiver.spans.filter(isOurs).map(({ attributes }) => attributes)).toEqual([{ ...CHAT, ...STREAM }])
})

test('messages and instructions are on the spans if the variable says so', async () => {
  await run('chat stream', { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'SPAN_ONLY' })
  const text = { type: 'text', content: 'secret' }
  const toolCall = (id: string) => ({ type: 'tool_call', id, name: 'weather', arguments: { city: 'secret' } })
  const spans = receiver.spans.filter(isOurs)
  expect(spans).toHaveLength(2)
  for (const { attributes } of spans) {
    const read = (name: string) => JSON.parse(String(attributes[`gen_ai.${name}`]))
    expect(read('system_instructions')).toEqual([text])
    expect(read('input.messages')).toEqual([
      { role: 'user', parts: [text] },
      { role: 'assistant', parts: [toolCall('toolu_0')] },
      { role: 'user', parts: [{ type: 'tool_call_response', id: 'toolu_0', response: 'secret' }] },
    ])
    expect(read('output.messages')).toEqual([
      { role: 'assistant', parts: [text, toolCall('toolu_1')], finish_reason: 'tool_call' },
    ])
  }
})

test('nothing is traced of it when it is disabled', async () => {
  expect(await run('chat', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'anthropic' })).toEqual({ chat: 'msg_1' })
  expect(paths(receiver.spans)).toEqual(['chat', 'chat > POST'])
})
