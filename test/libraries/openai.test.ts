import { join } from 'node:path'
import { inspect } from 'node:util'
import type { ReceivedSpan } from '@heddle/receiver'
import { useReceiver } from '../support/use-receiver'
import { runBundled } from './bundled'
import { type ModelServer, startModelServer } from './gen-ai/model-server'
import { OPENAI_ANSWERS } from './gen-ai/openai-answers'
import { type Format, paths, runApp } from './processes'

const { receiver, toReceiver } = useReceiver()
let server: ModelServer
beforeAll(async () => {
  server = await startModelServer(OPENAI_ANSWERS)
})
afterAll(() => server.close())

const cwd = join(__dirname, 'gen-ai')
const environment = (env?: NodeJS.ProcessEnv) => toReceiver({ MODEL_URL: `http://127.0.0.1:${server.port}`, ...env })
const run = (cases: string, env?: NodeJS.ProcessEnv, packageName = 'openai', format: Format = 'commonjs') =>
  runApp('openai.mjs', cases, { format, packageName, cwd, env: environment(env) }) as Promise<Record<string, unknown>>
const isOurs = ({ scope }: ReceivedSpan) => scope.name === '@heddle/instrumentation/openai'

const SERVER = { 'server.address': '127.0.0.1', 'server.port': expect.any(Number) }
const REQUEST = {
  'gen_ai.operation.name': 'chat',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'gpt-4o',
  ...SERVER,
}
const USAGE = {
  'gen_ai.usage.input_tokens': 10,
  'gen_ai.usage.output_tokens': 5,
  'gen_ai.usage.cache_read.input_tokens': 4,
  'gen_ai.usage.reasoning.output_tokens': 2,
}
const CHAT = {
  'openai.api.type': 'chat_completions',
  'gen_ai.response.id': 'chatcmpl-1',
  'gen_ai.response.model': 'gpt-4o-2024-08-06',
  'gen_ai.response.finish_reasons': ['stop', 'tool_calls'],
  'openai.response.service_tier': 'default',
  'openai.response.system_fingerprint': 'fp_1',
  ...USAGE,
}
const RESPONSE = {
  'openai.api.type': 'responses',
  'gen_ai.conversation.id': 'conv_1',
  'gen_ai.response.id': 'resp_1',
  'gen_ai.response.model': 'gpt-4o-2024-08-06',
  'gen_ai.response.finish_reasons': ['completed'],
  'openai.response.service_tier': 'default',
  ...USAGE,
}
const STREAM = { 'gen_ai.request.stream': true, 'gen_ai.response.time_to_first_chunk': expect.any(Number) }

const EMBEDDINGS = {
  ...REQUEST,
  'gen_ai.operation.name': 'embeddings',
  'gen_ai.request.model': 'text-embedding-3-small',
  'gen_ai.embeddings.dimension.count': 1,
  'gen_ai.request.encoding_formats': ['float'],
  'gen_ai.response.model': 'text-embedding-3-small',
  'gen_ai.usage.input_tokens': 3,
}
const COMPLETION = {
  ...REQUEST,
  'gen_ai.operation.name': 'text_completion',
  'gen_ai.request.model': 'davinci-002',
  'gen_ai.response.id': 'cmpl-1',
  'gen_ai.response.model': 'davinci-002',
  'gen_ai.response.finish_reasons': ['length'],
  'gen_ai.usage.input_tokens': 1,
  'gen_ai.usage.output_tokens': 2,
}
const SETTINGS = {
  'gen_ai.request.max_tokens': 7,
  'gen_ai.request.temperature': 0.5,
  'gen_ai.request.top_p': 0.9,
  'gen_ai.request.seed': 3,
  'gen_ai.request.choice.count': 2,
  'gen_ai.request.stop_sequences': ['END'],
  'gen_ai.request.frequency_penalty': 0.1,
  'gen_ai.request.presence_penalty': 0.2,
  'gen_ai.output.type': 'json',
  'openai.request.service_tier': 'default',
}
const AZURE = { 'gen_ai.provider.name': 'azure.ai.openai', 'gen_ai.request.model': 'deployed' }

/** What the app gets of each case, and the attributes of its span. */
const ANSWERED: readonly [name: string, result: unknown, attributes: object][] = [
  ['chat', 'chatcmpl-1', { ...REQUEST, ...CHAT, ...SETTINGS }],
  ['stream', 6, { ...REQUEST, ...CHAT, ...STREAM }],
  ['responses', 'secret', { ...REQUEST, ...RESPONSE, 'gen_ai.request.max_tokens': 7 }],
  ['responseStream', 5, { ...REQUEST, ...RESPONSE, ...STREAM }],
  ['embeddings', 1, EMBEDDINGS],
  ['completions', 1, COMPLETION],
  ['azure', 'chatcmpl-1', { ...REQUEST, ...CHAT, ...AZURE }],
  ['promise', [true, 'chatcmpl-1'], { ...REQUEST, ...CHAT }],
  ['withResponse', ['chatcmpl-1', 200], { ...REQUEST, ...CHAT }],
  ['lazily', 'chatcmpl-1', { ...REQUEST, ...CHAT }],
  ['parse', 'secret', { ...REQUEST, ...CHAT }],
  ['helper', 'chatcmpl-1', { ...REQUEST, ...CHAT, ...STREAM }],
  ['responseHelper', 'resp_1', expect.objectContaining({ ...REQUEST, ...STREAM, 'gen_ai.response.id': 'resp_1' })],
  ['tee', [6, 6], { ...REQUEST, ...CHAT, ...STREAM }],
  ['readable', 6, { ...REQUEST, ...CHAT, ...STREAM }],
  // The app reads the response itself.
  ['asResponse', 'chatcmpl-1', { ...REQUEST, 'openai.api.type': 'chat_completions' }],
  ['parseRaw', 200, { ...REQUEST, 'openai.api.type': 'chat_completions' }],
]

/** What its caller leaves or aborts. */
const LEFT: readonly [name: string, result: unknown][] = [
  ['break', 'chatcmpl-1'],
  ['abort', 6],
  ['abortUnread', null],
  ['aborted', 'APIUserAbortError undefined undefined'],
]

const FAILED: readonly [name: string, result: unknown, type: string, message: string][] = [
  ['limited', 'RateLimitError 429 rate_limit_exceeded', 'rate_limit_exceeded', '429 rate_limit_exceeded'],
  ['parseLimited', 'RateLimitError 429 rate_limit_exceeded', 'rate_limit_exceeded', '429 rate_limit_exceeded'],
  ['broken', 'InternalServerError 500 null', '500', '500'],
  ['unhandled', 500, '500', '500'],
  ['wrong', 'APIError undefined server_error', 'server_error', 'server_error'],
  ['torn', 'TypeError undefined undefined', 'TypeError', 'terminated'],
  ['timeout', 'APIConnectionTimeoutError undefined undefined', 'APIConnectionTimeoutError', 'Request timed out.'],
  ['unreachable', 'APIConnectionError undefined undefined', 'APIConnectionError', 'Connection error.'],
]

const BUILDS: readonly [packageName: string, format: Format][] = [
  ['openai', 'commonjs'],
  ['openai', 'module'],
  ['openai-6', 'commonjs'],
  ['openai-6', 'module'],
  ['openai-6-0', 'commonjs'],
  ['openai-5', 'module'],
]

describe.each(BUILDS)('%s as %s', (packageName, format) => {
  const cases = [...ANSWERED, ...LEFT, ...FAILED].map(([name]) => name)
  let results: Record<string, unknown>
  let spans: ReceivedSpan[]
  beforeAll(async () => {
    receiver.clear()
    results = await run([...cases, 'retried', 'concurrent', 'suppressed'].join(' '), {}, packageName, format)
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
      const [span, ...others] = ofCase(name).filter(isOurs)
      expect(span).toMatchObject({ kind: 'CLIENT', status: { code: 'UNSET' }, events: [] })
      expect(span!.attributes).toEqual(attributes)
      expect(others).toEqual([])
    },
  )

  test.each(LEFT)('%s: what its caller leaves has ended, and is no error', (name, result) => {
    expect(results[name]).toEqual(result)
    const own = ofCase(name).filter(isOurs)
    expect(own).toMatchObject([{ status: { code: 'UNSET' }, events: [] }])
    expect(own[0]!.attributes).not.toHaveProperty('heddle.unfinished')
  })

  test.each(FAILED)('%s: the app gets the error, and the span its code', (name, result, type, message) => {
    expect(results[name]).toEqual(result)
    expect(ofCase(name).filter(isOurs)).toMatchObject([
      {
        status: { code: 'ERROR', message },
        attributes: { 'error.type': type },
        events: [{ attributes: { 'exception.message': message } }],
      },
    ])
  })

  test('a call is one span around its request over HTTP, and one around the requests of all its attempts', () => {
    expect(paths(ofCase('chat'))).toEqual(['chat', 'chat > chat gpt-4o', 'chat > chat gpt-4o > POST'])
    const call = 'retried > chat broken-once'
    expect(paths(ofCase('retried'))).toEqual(['retried', call, `${call} > POST`, `${call} > POST`])
    expect(ofCase('retried').filter(isOurs)).toMatchObject([{ status: { code: 'UNSET' }, attributes: CHAT }])
  })

  test('calls at the same time are each in their caller’s span', () => {
    const own = ['a', 'b', 'c'].flatMap((each) => [each, `${each} > chat ${each}`, `${each} > chat ${each} > POST`])
    expect(paths(ofCase('concurrent'))).toEqual(['concurrent', ...own.map((each) => `concurrent > ${each}`)])
  })

  test('where tracing is suppressed there is none', () => {
    expect(results['suppressed']).toBe('chatcmpl-1')
    expect(paths(ofCase('suppressed'))).toEqual(['suppressed'])
  })

  test('nothing that was said is on a span, the key neither', () => {
    expect(inspect(spans, { depth: null })).not.toContain('secret')
  })
})

test.each(['openai', 'openai-6'])('%s in a minified bundle is traced', async (packageName) => {
  const code = `import * as loaded from '${packageName}'; import { run } from '../apps/openai.mjs'; run(loaded, 'stream')`
  expect(await runBundled(code, cwd, environment())).toEqual({ stream: 6 })
  expect(receiver.spans.filter(isOurs).map(({ attributes }) => attributes)).toEqual([
    { ...REQUEST, ...CHAT, ...STREAM },
  ])
})

const text = { type: 'text', content: 'secret' }
const toolCall = { type: 'tool_call', id: 'call_1', name: 'weather', arguments: { city: 'secret' } }

test('messages and instructions are on the spans if the variable says so', async () => {
  await run('chat stream responses', { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'SPAN_ONLY' })
  const [chat, stream, response] = receiver.spans.filter(isOurs).map(({ attributes }) => {
    const read = (name: string) => JSON.parse(String(attributes[`gen_ai.${name}`] ?? 'null'))
    return [read('system_instructions'), read('input.messages'), read('output.messages')]
  })
  const asked = [
    { role: 'system', parts: [text] },
    { role: 'user', parts: [text] },
  ]
  const answered = [
    { role: 'assistant', parts: [text], finish_reason: 'stop' },
    { role: 'assistant', parts: [toolCall], finish_reason: 'tool_call' },
  ]
  expect(chat).toEqual([null, asked, answered])
  expect(stream).toEqual([null, asked, answered])
  expect(response).toEqual([
    [text],
    [{ role: 'user', parts: [text] }],
    [{ role: 'assistant', parts: [text, toolCall], finish_reason: 'completed' }],
  ])
})

test('nothing is traced of it when it is disabled', async () => {
  expect(await run('chat', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'openai' })).toEqual({ chat: 'chatcmpl-1' })
  expect(paths(receiver.spans)).toEqual(['chat', 'chat > POST'])
})
