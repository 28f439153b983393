import { join } from 'node:path'
import { inspect } from 'node:util'
import type { ReceivedSpan } from '@heddle/receiver'
import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { runBundled } from './bundled'
import { paths } from './processes'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

async function run(sdk: string, transport: string, names: string, env?: NodeJS.ProcessEnv) {
  const ended = await runToEnd('../libraries/mcp/main.mjs', { args: [sdk, transport, names], env: toReceiver(env) })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(ended.stdout) as Record<string, unknown>
}
const isOurs = ({ scope }: ReceivedSpan) => scope.name === '@heddle/instrumentation/mcp'

const RESULTS = {
  connect: null,
  tool: 'sunny in secret',
  toolError: 'secret',
  prompt: 1,
  resource: 1,
  ask: 'home',
  unknown: '-32602',
  concurrent: ['a', 'b'],
  aborted: 'aborted',
  own: [{ mine: 1 }, 0],
  suppressed: 'sunny in secret',
}
const TOOL = {
  'mcp.method.name': 'tools/call',
  'gen_ai.operation.name': 'execute_tool',
  'gen_ai.tool.name': 'get-weather',
  'jsonrpc.request.id': '1',
}
const HTTP = {
  'network.transport': 'tcp',
  'network.protocol.name': 'http',
  'mcp.session.id': expect.stringMatching(/^[-0-9a-f]{36}$/),
}
const SERVER = { 'server.address': '127.0.0.1', 'server.port': expect.any(Number) }
const PIPE = { 'network.transport': 'pipe' }

const WAYS: readonly [sdk: string, transport: string, client: object, server: object][] = [
  ['./sdk-1.mjs', 'stdio', PIPE, PIPE],
  ['./sdk-1.cjs', 'stdio', PIPE, PIPE],
  ['./sdk-2.mjs', 'stdio', PIPE, PIPE],
  ['./sdk-2.cjs', 'stdio', PIPE, PIPE],
  ['./sdk-1.mjs', 'http', { ...HTTP, ...SERVER }, HTTP],
  ['./sdk-2.cjs', 'http', { ...HTTP, ...SERVER }, HTTP],
  ['./sdk-2.mjs', 'memory', {}, {}],
]

describe.each(WAYS)('%s over %s', (sdk, transport, clientAttributes, serverAttributes) => {
  let results: Record<string, unknown>
  let spans: ReceivedSpan[]
  beforeAll(async () => {
    receiver.clear()
    results = await run(sdk, transport, Object.keys(RESULTS).join(' '))
    spans = [...receiver.spans]
  })
  const ofCase = (name: string) => {
    const { traceId } = spans.find((span) => span.name === name && !span.parentSpanId)!
    return spans.filter((span) => span.traceId === traceId)
  }
  /** Requests over HTTP are spans of their own, between and beside these. */
  const pathsOf = (name: string) => paths(ofCase(name)).filter((path) => !/ (?:POST|GET)$/.test(path))
  const sideOf = (name: string, kind: string) => ofCase(name).filter((span) => isOurs(span) && span.kind === kind)

  test('the app gets what it asked for', () => {
    expect(results).toEqual(RESULTS)
  })

  test('a request is a span of its client and one of its server, in one trace, in which the handler works', () => {
    const call = 'tool > tools/call get-weather'
    expect(pathsOf('tool')).toEqual([
      'tool',
      call,
      `${call} > tools/call get-weather`,
      `${call} > tools/call get-weather > work`,
    ])
    expect(sideOf('tool', 'CLIENT').map(({ attributes }) => attributes)).toEqual([{ ...TOOL, ...clientAttributes }])
    expect(sideOf('tool', 'SERVER').map(({ attributes }) => attributes)).toEqual([{ ...TOOL, ...serverAttributes }])
    expect(pathsOf('connect')).toEqual(['connect', 'connect > initialize', 'connect > initialize > initialize'])
  })

  test('a prompt has its name, a resource its URI without secrets', () => {
    expect(sideOf('prompt', 'CLIENT')).toMatchObject([
      { name: 'prompts/get greet', attributes: { 'gen_ai.prompt.name': 'greet' } },
    ])
    expect(sideOf('resource', 'SERVER')).toMatchObject([
      { name: 'resources/read', attributes: { 'mcp.resource.uri': 'notes://host/all' } },
    ])
  })

  test('what a server asks of its client within a request is in the same trace', () => {
    const asking = 'ask > tools/call ask > tools/call ask > roots/list'
    expect(pathsOf('ask').slice(-2)).toEqual([asking, `${asking} > roots/list`])
  })

  test('an error has its code at both ends, and a tool’s own error is one', () => {
    const failed = {
      status: { code: 'ERROR' },
      attributes: { 'error.type': '-32602', 'rpc.response.status_code': '-32602' },
    }
    expect(ofCase('unknown').filter(isOurs)).toMatchObject([failed, failed])
    const failedTool = { status: { code: 'ERROR' }, attributes: { 'error.type': 'tool_error' }, events: [] }
    expect(ofCase('toolError').filter(isOurs)).toMatchObject([failedTool, failedTool])
  })

  test('requests at the same time have their own handlers', () => {
    const own = ['a', 'b'].flatMap((each) => {
      const call = `concurrent > ${each} > tools/call slow`
      return [`concurrent > ${each}`, call, `${call} > tools/call slow`]
    })
    expect(pathsOf('concurrent')).toEqual(['concurrent', ...own])
  })

  test('a request that its caller aborts is no error', () => {
    expect(sideOf('aborted', 'CLIENT')).toMatchObject([{ status: { code: 'UNSET' }, events: [] }])
  })

  test('a client whose tracing is suppressed sends no trace', () => {
    expect(pathsOf('suppressed')).toEqual(['suppressed'])
  })

  test('nothing that is given to a tool, or comes from it, is on a span', () => {
    expect(inspect(spans.filter(isOurs), { depth: null })).not.toContain('secret')
  })
})

test('over HTTP the server’s span has a link to the request that has brought it', async () => {
  await run('./sdk-1.mjs', 'http', 'connect tool')
  const handling = receiver.spans.find(({ name, kind }) => name === 'tools/call get-weather' && kind === 'SERVER')!
  const requests = receiver.spans.filter(({ name, kind }) => name === 'POST' && kind === 'SERVER')
  expect(requests.map(({ spanId }) => spanId)).toContain(handling.links[0]?.spanId)
})

test.each(['./sdk-1.mjs', './sdk-2.mjs'])('%s in a minified bundle is traced', async (sdk) => {
  const code = `import * as sdk from '${sdk}'; import { run } from './app.mjs'; run(sdk, '${sdk}', 'memory', 'connect tool')`
  expect(await runBundled(code, join(__dirname, 'mcp'), toReceiver())).toMatchObject({ tool: 'sunny in secret' })
  expect(
    receiver.spans
      .filter(isOurs)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...['initialize', 'initialize'], ...['tools/call get-weather', 'tools/call get-weather']])
})

test('arguments and results are on the spans if the variable says so', async () => {
  await run('./sdk-2.mjs', 'memory', 'connect tool', { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' })
  const calls = receiver.spans.filter(({ name }) => name === 'tools/call get-weather')
  expect(calls).toHaveLength(2)
  for (const { attributes } of calls) {
    expect(JSON.parse(String(attributes['gen_ai.tool.call.arguments']))).toEqual({ city: 'secret' })
    expect(JSON.parse(String(attributes['gen_ai.tool.call.result']))).toEqual([
      { type: 'text', text: 'sunny in secret' },
    ])
  }
})

test('nothing is traced of it when it is disabled', async () => {
  const env = { HEDDLE_DISABLED_INSTRUMENTATIONS: 'mcp' }
  expect(await run('./sdk-1.mjs', 'memory', 'connect tool', env)).toMatchObject({ tool: 'sunny in secret' })
  expect(receiver.spans.filter(isOurs)).toEqual([])
})
