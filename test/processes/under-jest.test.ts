import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { type Receiver, startReceiver } from '@heddle/receiver'
import { withoutTelemetrySettings } from '../support/service'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

// Each is a complete run of Jest.
jest.setTimeout(120_000)

const PROJECT = join(__dirname, '../fixtures', 'jest-project')
const JEST = require.resolve('jest/bin/jest')

const dir = useTemporaryDirectory('under-jest')

/** Runs the tests of a project that calls `start()` in `setupFiles` and never shuts down. */
function runJest(endpoint: string, ...args: string[]): Promise<{ code: number; stderr: string }> {
  const config = JSON.stringify({
    rootDir: PROJECT,
    testEnvironment: 'node',
    testMatch: ['**/*.spec.cjs'],
    testSequencer: './in-order.cjs',
    setupFiles: ['./setup.cjs'],
    transform: {},
    cacheDirectory: join(dir.path, 'cache'),
  })
  const env = {
    ...withoutTelemetrySettings(process.env),
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    HEDDLE_SPOOL_DIR: join(dir.path, 'spool'),
  }
  return new Promise((resolve) => {
    execFile(process.execPath, [JEST, '--config', config, ...args], { env, cwd: PROJECT }, (error, _, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stderr }),
    )
  })
}

const names = ({ spans }: Receiver) => spans.map(({ name }) => name).sort()

test.each([
  ['in one process', ['--runInBand']],
  ['in worker processes', ['--maxWorkers=2']],
])('what the tests of a project make is delivered, and the run stays green, %s', async (_, args) => {
  const receiver = await startReceiver({ grpc: false })
  try {
    const { code, stderr } = await runJest(receiver.httpUrl, ...args)
    expect({ code, tornDown: /torn down/.test(stderr) }).toEqual({ code: 0, tornDown: false })
    expect(names(receiver)).toEqual(['first', 'last', 'second'])
  } finally {
    await receiver.close()
  }
})

test('without a collector it is on disk, and delivered by the next run', async () => {
  expect((await runJest('http://127.0.0.1:9', '--runInBand')).code).toBe(0)
  const receiver = await startReceiver({ grpc: false })
  try {
    await runJest(receiver.httpUrl, '--runInBand')
    expect(names(receiver)).toEqual(['first', 'first', 'last', 'last', 'second', 'second'])
  } finally {
    await receiver.close()
  }
})
