import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { ReceivedSpan } from '@heddle/receiver'
import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { runBundled } from './bundled'
import { paths } from './processes'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()
const server = createServer((_request, response) => response.end('{}'))
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

const environment = (env?: NodeJS.ProcessEnv) =>
  toReceiver({ MODEL_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...env })

async function run(app: string, packageName: string, names: string, env?: NodeJS.ProcessEnv) {
  const args = [packageName, packageName === 'ai' ? 'v4' : 'v3', names]
  const ended = await runToEnd(`../libraries/ai/${app}`, { args, env: environment(env) })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(ended.stdout) as Record<string, unknown>
}
const isOurs = ({ scope }: ReceivedSpan) => scope.name === '@heddle/instrumentation/ai'

const RESULTS = {
  generate: 'secret',
  stream: 'secret',
  embed: [0.25],
  tools: 'secret',
  streamTools: 'secret',
  preliminary: 'sunny',
  toolError: 'secret',
  same: [true],
  frozen: 'secret',
  middleware: 'secret',
  left: 'sec',
  torn: 'TypeError',
  limited: 'Error',
  ownTelemetry: 'secret',
  suppressed: 'secret',
}
const CHAT = { 'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-4o' }
const ANSWER = {
  'gen_ai.response.id': 'resp_1',
  'gen_ai.response.model': 'model-1',
  'gen_ai.response.finish_reasons': ['stop'],
  'gen_ai.usage.input_tokens': 10,
  'gen_ai.usage.output_tokens': 5,
  'gen_ai.usage.cache_read.input_tokens': 4,
  'gen_ai.usage.cache_creation.input_tokens': 0,
  'gen_ai.usage.reasoning.output_tokens': 2,
}
const SETTINGS = {
  'gen_ai.request.max_tokens': 7,
  'gen_ai.request.temperature': 0.5,
  'gen_ai.request.top_p': 0.9,
  'gen_ai.request.top_k': 3,
  'gen_ai.request.seed': 1,
  'gen_ai.request.stop_sequences': ['END'],
}
const STREAM = { 'gen_ai.request.stream': true, 'gen_ai.response.time_to_first_chunk': expect.any(Number) }
const EMBEDDING = {
  'gen_ai.operation.name': 'embeddings',
  'gen_ai.provider.name': 'openai',
  'gen_ai.request.model': 'embed',
  'gen_ai.usage.input_tokens': 3,
}
const TOOL = {
  'gen_ai.operation.name': 'execute_tool',
  'gen_ai.tool.name': 'weather',
  'gen_ai.tool.call.id': 'call_1',
  'gen_ai.tool.type': 'function',
}

describe.each([
  ['main.mjs', 'ai'],
  ['main.mjs', 'ai-6'],
  ['main.cjs', 'ai-6'],
])('%s with %s', (app, packageName) => {
  let results: Record<string, unknown>
  let spans: ReceivedSpan[]
  beforeAll(async () => {
    receiver.clear()
    results = await run(app, packageName, Object.keys(RESULTS).join(' '))
    spans = [...receiver.spans]
  })
  const ofCase = (name: string) => {
    const { traceId } = spans.find((span) => span.name === name && !span.parentSpanId)!
    return spans.filter((span) => span.traceId === traceId)
  }
  const oursOf = (name: string) => ofCase(name).filter(isOurs)

  test('the app gets what it asked for, and its callbacks its own model', () => {
    expect(results).toEqual(RESULTS)
  })

  test.each([
    ['generate', { ...CHAT, ...ANSWER, ...SETTINGS }],
    ['stream', { ...CHAT, ...ANSWER, ...STREAM }],
    ['embed', EMBEDDING],
  ])('%s: a call of a model is one span, with what the conventions say', (name, attributes) => {
    expect(oursOf(name)).toMatchObject([{ kind: 'CLIENT', status: { code: 'UNSET' }, events: [] }])
    expect(oursOf(name).map((span) => span.attributes)).toEqual([attributes])
  })

  test.each(['tools', 'streamTools', 'preliminary'])('%s: a tool that runs is a span, around what it does', (name) => {
    const call = `${name} > chat gpt-4o`
    const tool = `${name} > execute_tool weather`
    expect(paths(ofCase(name))).toEqual([name, call, call, `${call} > GET`, `${call} > GET`, tool, `${tool} > work`])
    expect(
      oursOf(name)
        .filter(({ kind }) => kind === 'INTERNAL')
        .map((span) => span.attributes),
    ).toEqual([TOOL])
  })

  test('an error of a tool is one of its span', () => {
    expect(oursOf('toolError').filter(({ kind }) => kind === 'INTERNAL')).toMatchObject([
      { status: { code: 'ERROR' }, attributes: { ...TOOL, 'error.type': 'RangeError' } },
    ])
  })

  test.each([
    ['limited', '429'],
    ['torn', 'TypeError'],
  ])('%s: an error of a model is one of its span', (name, type) => {
    expect(oursOf(name)).toMatchObject([{ status: { code: 'ERROR' }, attributes: { 'error.type': type } }])
  })

  test('a stream that is left has ended, and is no error', () => {
    expect(oursOf('left')).toMatchObject([{ status: { code: 'UNSET' }, events: [] }])
    expect(oursOf('left')[0]!.attributes).not.toHaveProperty('heddle.unfinished')
  })

  test('a model that middleware wraps is called once, also when it was called without', () => {
    expect(oursOf('middleware').map(({ name }) => name)).toEqual(['chat gpt-4o', 'chat gpt-4o'])
  })

  test('where the SDK’s own telemetry is on, there are no spans of ours', () => {
    expect(oursOf('ownTelemetry')).toEqual([])
    expect(ofCase('ownTelemetry').some(({ scope }) => scope.name === 'ai' || scope.name === 'gen_ai')).toBe(true)
  })

  test('where tracing is suppressed there are none', () => {
    expect(ofCase('suppressed')).toHaveLength(1)
  })

  test('nothing that was said is on a span', () => {
    const own = spans.filter(isOurs)
    expect(inspect(own, { depth: null })).not.toContain('secret')
  })
})

test.each([
  ['ai', 'v4'],
  ['ai-6', 'v3'],
])('%s in a minified bundle is traced', async (packageName, version) => {
  const code = `import * as ai from '${packageName}'; import { z } from 'zod'; import { run } from '../apps/ai.mjs'
    run(ai, '${version}', 'tools', { z })`
  expect(await runBundled(code, join(__dirname, 'ai'), environment())).toEqual({ tools: 'secret' })
  expect(
    receiver.spans
      .filter(isOurs)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['chat gpt-4o', 'chat gpt-4o', 'execute_tool weather'])
})

test('messages, arguments and results are on the spans if the variable says so', async () => {
  await run('main.mjs', 'ai', 'tools stream', { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' })
  const [asking, tool, answering, stream] = receiver.spans.filter(isOurs).map(({ attributes }) => {
    const read = (name: string) => JSON.parse(String(attributes[`gen_ai.${name}`] ?? 'null'))
    return ['input.messages', 'output.messages', 'tool.call.arguments', 'tool.call.result'].map(read)
  })
  const text = { type: 'text', content: 'secret' }
  const toolCall = { type: 'tool_call', id: 'call_1', name: 'weather', arguments: { city: 'secret' } }
  const said = { role: 'assistant', parts: [text], finish_reason: 'stop' }
  expect(asking).toEqual([
    [{ role: 'user', parts: [text] }],
    [{ role: 'assistant', parts: [toolCall], finish_reason: 'tool_call' }],
    null,
    null,
  ])
  expect(tool).toEqual([null, null, { city: 'secret' }, 'sunny in secret'])
  expect(answering![0]).toMatchObject([{ role: 'user' }, { parts: [toolCall] }, { role: 'tool' }])
  expect(answering![1]).toEqual([said])
  expect(stream![1]).toEqual([said])
})

test('nothing is traced of it when it is disabled', async () => {
  await run('main.mjs', 'ai', 'tools', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'ai' })
  expect(receiver.spans.filter(isOurs)).toEqual([])
})
