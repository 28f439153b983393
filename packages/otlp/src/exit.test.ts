import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SignalStats } from './ledger'
import { GrpcCollector } from './send/fixtures/grpc-collector'
import { HttpCollector } from './send/fixtures/http-collector'

interface AppOptions {
  readonly endpoint: string
  readonly protocol: 'grpc' | 'http/protobuf'
  readonly items: number
  readonly maxItems: number
}

/** Runs the app to its natural end, which must come long before its batches are due or its retries are over. */
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

  test('ends when what is on its way has arrived, although connections are kept alive', async () => {
    expect(await run({ endpoint: endpointOf(), protocol, items: 30, maxItems: 10 })).toMatchObject({ delivered: 30 })
  })
})

test('gRPC is not loaded before the first export', async () => {
  const stats = await run({ endpoint: `http://127.0.0.1:${grpc.port}`, protocol: 'grpc', items: 1, maxItems: 1 })
  expect(stats).toMatchObject({ delivered: 1, grpcFilesBeforeExport: 0 })
})
