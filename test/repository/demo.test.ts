import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Receiver, type ReceiverOptions, startReceiver } from '@heddle/receiver'
import { withoutTelemetrySettings } from '../support/service'

let collector: Receiver | undefined
afterEach(() => collector?.close())

async function demo(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(__dirname, '../../examples/shop/demo.mjs'), ...args], {
    env: { ...withoutTelemetrySettings(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Should it hang, that is the test's failure and not the end of the run.
    timeout: 20_000,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

const startCollector = async (options: ReceiverOptions = {}) => (collector = await startReceiver(options))

test('the demo shows whole traces, whatever the developer has set', async () => {
  const { code, output } = await demo([], { OTEL_TRACES_EXPORTER: 'none', HEDDLE_LOG_LEVEL: 'nonsense' })
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('4 traces, all complete') })
})

test.each(['grpcUrl', 'httpUrl'] as const)('the demo sends everything to a collector at its %s', async (url) => {
  const received = await startCollector()
  const endpoint = received[url]
  const protocol = url === 'grpcUrl' ? 'grpc' : 'http/protobuf'
  const { code, output } = await demo(['--endpoint', endpoint, '--protocol', protocol])
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`4 traces sent to ${endpoint}`) })
  expect(new Set(received.requests.map((request) => request.protocol))).toEqual(new Set([protocol]))
  expect(received.traces().map(({ spans }) => spans.length)).toEqual([3, 3, 3, 3])
})

test.each<[string, readonly string[], string]>([
  ['an endpoint that is no URL', ['--endpoint', 'nonsense'], '--endpoint: read "nonsense"'],
  ['an unknown protocol', ['--protocol', 'thrift'], '--protocol: read "thrift"'],
  ['a collector that is away', ['--endpoint', 'http://127.0.0.1:9'], 'no collector can be reached at'],
])('the demo fails at once for %s', async (_name, args, message) => {
  const { code, output } = await demo(args)
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(message) })
})

test('the demo tells of a collector that refuses, and fails', async () => {
  const { httpUrl } = await startCollector({ respond: () => ({ httpStatus: 401 }) })
  const { code, output } = await demo(['--endpoint', httpUrl])
  expect(code).toBe(1)
  expect(output).toContain('not everything may have arrived')
  expect(output).toContain('401')
})

test('the demo fails when a service ends before it listens', async () => {
  // Only the services have a parent that listens to them.
  const dies = '--import=data:text/javascript,if(process.send)process.exit(9)'
  const { code, output } = await demo([], { NODE_OPTIONS: dies })
  expect({ code, output }).toEqual({
    code: 1,
    output: expect.stringContaining('orders service ended before it listened: exit code 9'),
  })
})
