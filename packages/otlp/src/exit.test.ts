import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SignalStats } from './ledger/ledger'
import { GrpcCollector } from './send/fixtures/grpc-collector'
import { HttpCollector } from './send/fixtures/http-collector'
import { closeStrangeServers, startTcp } from './send/fixtures/strange-servers'

interface AppOptions {
  readonly endpoint: string
  readonly protocol: 'grpc' | 'http/protobuf'
  readonly items: number
  readonly maxItems: number
  readonly bodyBytes?: number
  readonly withSpan?: true
  readonly retry?: { readonly initialDelayMs: number; readonly maxDelayMs: number }
  readonly flush?: { readonly timeoutMs?: number }
  readonly spool?: { readonly dir: string }
}

/**
 * Runs the app to its natural end, which must come long before its batches are due or its retries
 * are over.
 */
async function run(options: AppOptions): Promise<SignalStats & { readonly grpcFilesBeforeExport: number }> {
  const app = join(__dirname, 'fixtures', 'exit-app.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [app, JSON.stringify(options)], {
    timeout: 15_000,
    killSignal: 'SIGKILL',
  })
  return JSON.parse(stdout)
}

let http: HttpCollector
let grpc: GrpcCollector

beforeAll(async () => {
  http = await HttpCollector.start()
  grpc = await GrpcCollector.start()
})
afterAll(async () => {
  grpc.close()
  await http.close()
  await closeStrangeServers()
})

describe.each(['grpc', 'http/protobuf'] as const)('a process with nothing left to do, over %s', (protocol) => {
  const endpointOf = (): string => (protocol === 'grpc' ? `http://127.0.0.1:${grpc.port}` : http.url('/v1/logs'))

  test('ends while a batch is open', async () => {
    expect(await run({ endpoint: endpointOf(), protocol, items: 1, maxItems: 10 })).toMatchObject({
      held: { items: 1 },
    })
  })

  test('ends while a retry is due', async () => {
    const stats = await run({ endpoint: 'http://127.0.0.1:1', protocol, items: 2, maxItems: 1 })
    expect(stats).toMatchObject({ delivered: 0, held: { items: 2 } })
  })

  const patient = { retry: { initialDelayMs: 60_000, maxDelayMs: 60_000 }, flush: {} }
  const nowhere = { endpoint: 'http://127.0.0.1:1', protocol, items: 20, maxItems: 3 }

  test('ends soon after its last flush while nothing listens, long before a retry is due', async () => {
    expect(await run({ ...nowhere, ...patient })).toMatchObject({ delivered: 0, held: { items: 20 } })
  })

  test('ends soon after its last flush while nothing listens, with everything on disk', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'heddle-exit-'))
    const stats = await run({ ...nowhere, ...patient, spool: { dir } })
    rmSync(dir, { recursive: true })
    expect(stats).toMatchObject({ held: { items: 0, disk: { items: 20 } } })
  })

  test('ends at the deadline of its last flush while the collector hangs, not at that of the request', async () => {
    const start = performance.now()
    const endpoint = `http://127.0.0.1:${await startTcp()}`
    const flush = { timeoutMs: 200 }
    expect(await run({ endpoint, protocol, items: 2, maxItems: 10, flush })).toMatchObject({ held: { items: 2 } })
    // A request may take 10 seconds.
    expect(performance.now() - start).toBeLessThan(6_000)
  })

  test('ends when what is on its way has arrived, although connections are kept alive', async () => {
    expect(await run({ endpoint: endpointOf(), protocol, items: 30, maxItems: 10 })).toMatchObject({ delivered: 30 })
  })
})

/** SETTINGS and a WINDOW_UPDATE that open all windows as wide as they go. */
const OPEN_WINDOWS = Buffer.from('000006040000000000' + '00047fffffff' + '000004080000000000' + '7fff0000', 'hex')

test.each([
  ['without a flush', undefined],
  ['after its last flush', { timeoutMs: 100 }],
])('a process ends %s when the kernel has no room for the logs behind a span', async (_, flush) => {
  const port = await startTcp((socket) => void socket.pause().write(OPEN_WINDOWS))
  const endpoint = `http://127.0.0.1:${port}`
  const huge = { items: 20, maxItems: 20, bodyBytes: 1_500_000 }
  const start = performance.now()
  const stats = await run({ endpoint, protocol: 'grpc', withSpan: true, ...huge, ...(flush && { flush }) })
  expect(stats).toMatchObject({ created: 20, delivered: 0, held: { items: 20 } })
  // A request may take 10 seconds.
  expect(performance.now() - start).toBeLessThan(6_000)
})

test('gRPC is not loaded before the first export', async () => {
  const stats = await run({ endpoint: `http://127.0.0.1:${grpc.port}`, protocol: 'grpc', items: 1, maxItems: 1 })
  expect(stats).toMatchObject({ delivered: 1, grpcFilesBeforeExport: 0 })
})
