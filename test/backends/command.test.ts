import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutTelemetrySettings } from '../support/service'
import { eventually } from './eventually'
import { describeWithBackends } from './programs'
import { logsOf, outline, traceOf } from './whole-trace'

const root = join(__dirname, '../..')
const running = new Set<Command>()

// Asked to end, not killed: only so do the backends end with it.
afterEach(async () => {
  await Promise.all([...running].map(({ child, ended }) => child.kill('SIGTERM') && ended))
  running.clear()
})

interface Command {
  readonly child: ChildProcess
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
  readonly output: () => string
}

function command(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Command {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    env: {
      ...withoutTelemetrySettings(process.env),
      HEDDLE_BACKENDS_CACHE: process.env['HEDDLE_BACKENDS_CACHE'],
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const started = { child, ended, output: () => output }
  running.add(started)
  return started
}

const backends = (args: readonly string[], env?: NodeJS.ProcessEnv) => command('backends/dist/main.js', args, env)

describeWithBackends('npm run backends', () => {
  test('shows where everything is, takes the demo’s traces and logs, and ends with all of it', async () => {
    const started = backends(['--foreground', '--free-ports'])
    await eventually(
      'the addresses',
      async () => started.output(),
      (output) => output.includes('Ctrl-C'),
    )
    const urls = started.output().match(/http:\/\/127\.0\.0\.1:\d+/g) ?? []
    const [grpc, , jaeger] = urls as [string, string, string]
    const victoriaLogs = /http\S+(?=\/select\/vmui\/)/.exec(started.output())![0]

    const demo = command('examples/shop/demo.mjs', ['--endpoint', grpc, '--protocol', 'grpc'])
    expect({ code: await demo.ended, output: demo.output() }).toMatchObject({ code: 0 })
    const traceIds = [...demo.output().matchAll(/trace ([0-9a-f]{32})/g)].map((match) => match[1]!)
    expect(traceIds).toHaveLength(4)
    for (const traceId of traceIds) {
      const spans = await traceOf(jaeger, traceId, 3)
      expect(outline(spans)).toHaveLength(3)
      const logs = await logsOf(victoriaLogs, traceId, 2)
      expect(logs.filter((log) => !spans.some(({ spanId }) => spanId === log.span_id))).toEqual([])
    }

    started.child.kill('SIGINT')
    expect(await started.ended).toBe(0)
    await Promise.all(urls.map((url) => expect(fetch(url)).rejects.toThrow()))
  })

  test('serves in the background until it is told to stop, and is started once', async () => {
    const state = mkdtempSync(join(tmpdir(), 'heddle-state-'))
    const env = { HEDDLE_BACKENDS_STATE: join(state, 'running.json') }
    const run = async (...args: readonly string[]) => {
      const started = backends(args, env)
      return { code: await started.ended, output: started.output() }
    }
    try {
      const first = await run('--free-ports')
      expect(first).toMatchObject({ code: 0, output: expect.stringContaining('npm run demo -- --endpoint http://') })
      const again = await run('--free-ports')
      expect(again.code).toBe(0)
      expect(first.output).toContain(again.output.trim())
      const jaeger = first.output.match(/http:\/\/127\.0\.0\.1:\d+(?=\/api\/v3\/)/)![0]
      expect((await fetch(`${jaeger}/api/v3/services`)).status).toBe(200)
      expect(await run('--stop')).toEqual({ code: 0, output: 'ended\n' })
      await expect(fetch(jaeger)).rejects.toThrow()
      expect(await run('--stop')).toEqual({ code: 0, output: 'none are running\n' })
    } finally {
      await run('--stop')
      rmSync(state, { recursive: true, force: true })
    }
  })

  test('does without Zipkin where there is no Java, and says what to install', async () => {
    const started = backends(['--install'], { PATH: '/nowhere' })
    expect(await started.ended).toBe(0)
    expect(started.output()).toContain('zipkin: left out, as there is no Java: install Java 17')
    expect(started.output()).toMatch(/^collector \//m)
    expect(started.output()).not.toContain('.jar')
  })
})

describe('npm run backends, with nothing built', () => {
  let cache: string
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'heddle-cache-'))
  })
  afterEach(() => rmSync(cache, { recursive: true, force: true }))

  test('says what to install where Go is missing', async () => {
    const started = backends(['--install'], { PATH: '/nowhere', HEDDLE_BACKENDS_CACHE: cache })
    expect(await started.ended).toBe(1)
    expect(started.output()).toMatch(/^backends: Go is missing: install Go/m)
  })
})

test('npm run backends shows its options for one that it does not know', async () => {
  const started = backends(['--help-me'])
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain('--free-ports')
})
