import { startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, startService } from '../support/service'
import { closeUnresponsive, startSilent, startSilentUdp, startUnreachable } from '../support/unresponsive'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

// Each starts several processes.
jest.setTimeout(60_000)

afterEach(() => {
  killServices()
  closeUnresponsive()
})
const spool = useTemporaryDirectory('natural-end')

/**
 * A request may take ten seconds and a connection two minutes; the end of a script takes a fraction
 * of a second. The rest is for a busy machine.
 */
const SOON_MS = 5_000

/** An empty SETTINGS frame, as every HTTP/2 server begins with. */
const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])
const headers = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n'

/** Starts a collector that treats its clients in this way, and returns its endpoint. */
const SILENT: Record<string, (protocol: string) => Promise<string>> = {
  'drops every SYN': async () => `http://127.0.0.1:${await startUnreachable()}`,
  'accepts and says nothing': async () => `http://127.0.0.1:${await startSilent()}`,
  'says hello and no more': async (protocol) => {
    const port = await startSilent((socket) => {
      if (protocol === 'grpc') socket.write(settings)
      else socket.once('data', () => socket.write(headers))
    })
    return `http://127.0.0.1:${port}`
  },
  'never ends the TLS handshake': async () => `https://127.0.0.1:${await startSilent()}`,
  'reads nothing': async () => `http://127.0.0.1:${await startSilent((socket) => socket.pause())}`,
}

/** A host that no name server resolves. */
const NAMELESS = 'http://collector.example:9999'

const spooled = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  HEDDLE_SPOOL: 'true',
  HEDDLE_SPOOL_DIR: spool.path,
  ...env,
})

describe.each(['grpc', 'http/protobuf'])(
  'over %s, a script that comes to its end, and a collector that',
  (protocol) => {
    const to = (endpoint: string, env: NodeJS.ProcessEnv = {}) =>
      spooled({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: protocol, ...env })

    /** What a receiver gets from the next process: all of it, if nothing is lost. */
    const left = async (count = 1): Promise<{ spans: number; logs: number }> => {
      const receiver = await startReceiver()
      try {
        const endpoint = protocol === 'grpc' ? receiver.grpcUrl : receiver.httpUrl
        const next = await startService('express-app.mjs', { env: to(endpoint) })
        await receiver.waitForLogs(count)
        await receiver.waitForSpans(count)
        await next.stop()
        return { spans: receiver.spans.length, logs: receiver.logs.length }
      } finally {
        await receiver.close()
      }
    }

    test.each(Object.entries(SILENT))('%s: it ends soon, and all is on disk', async (_, arrange) => {
      const { code, stderr, tookMs } = await runToEnd('script.mjs', { env: to(await arrange(protocol)) })
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
      expect(tookMs).toBeLessThan(SOON_MS)
      expect(await left()).toEqual({ spans: 1, logs: 1 })
    })

    test.each(Object.entries(SILENT))(
      '%s: it ends soon while a request is on its way that may take for ever',
      async (_, arrange) => {
        const endpoint = await arrange(protocol)
        const env = to(endpoint, {
          OTEL_EXPORTER_OTLP_TIMEOUT: '0',
          OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
          OTEL_BSP_SCHEDULE_DELAY: '1',
          OTEL_BLRP_SCHEDULE_DELAY: '1',
          RUNS_MS: '100',
          RECORDS: '20000',
        })
        const { code, stderr, tookMs } = await runToEnd('last-batches.mjs', { env })
        expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
        expect(tookMs).toBeLessThan(SOON_MS)
        expect((await left()).spans).toBe(1)
      },
    )

    test('says nothing: it ends soon though an earlier process has left something', async () => {
      const env = to(await SILENT['accepts and says nothing']!(protocol))
      for (let i = 0; i < 3; i++) {
        const { tookMs } = await runToEnd('script.mjs', { env })
        expect(tookMs).toBeLessThan(SOON_MS)
      }
      expect(await left(3)).toEqual({ spans: 3, logs: 3 })
    })

    test('is back: what earlier processes have left is sent for a moment at the end of a script', async () => {
      for (let i = 0; i < 3; i++) await runToEnd('script.mjs', { env: to('http://127.0.0.1:9') })
      const receiver = await startReceiver()
      try {
        await runToEnd('script.mjs', { env: to(protocol === 'grpc' ? receiver.grpcUrl : receiver.httpUrl) })
        expect({ spans: receiver.spans.length, logs: receiver.logs.length }).toEqual({ spans: 4, logs: 4 })
      } finally {
        await receiver.close()
      }
    })

    test('has a name that is looked up for ever: it ends soon, and all is on disk', async () => {
      const execArgv = ['--require', require.resolve('../fixtures/silent-dns.cjs'), '--import', 'heddle/register']
      const env = to(NAMELESS, { DNS_SERVER: `127.0.0.1:${await startSilentUdp()}` })
      const { code, stderr, tookMs } = await runToEnd('script.mjs', { execArgv, env })
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
      expect(tookMs).toBeLessThan(SOON_MS)
      expect(await left()).toEqual({ spans: 1, logs: 1 })
    })

    test('drops every SYN: without a spool it ends within the time for a shutdown, and says what is lost', async () => {
      const env = {
        ...to(`http://127.0.0.1:${await startUnreachable()}`),
        HEDDLE_SPOOL: 'false',
        HEDDLE_SHUTDOWN_TIMEOUT: '300',
      }
      const { code, stderr, tookMs } = await runToEnd('script.mjs', { env })
      expect(code).toBe(3)
      expect(stderr).toMatch(/^\[heddle\] ledger: [^\n]* 2 records not delivered[^\n]*\n$/)
      expect(tookMs).toBeLessThan(SOON_MS)
    })

    test.each(Object.entries(SILENT))('%s: a SIGTERM ends it within the time for a shutdown', async (_, arrange) => {
      const service = await startService('express-app.mjs', {
        env: to(await arrange(protocol), { HEDDLE_SHUTDOWN_TIMEOUT: '300' }),
      })
      await fetch(`${service.url}/api/acme/users/1`)
      const { code, signal, tookMs } = await service.stop()
      expect({ code, signal, stderr: service.stderr() }).toEqual({ code: null, signal: 'SIGTERM', stderr: '' })
      expect(tookMs).toBeLessThan(SOON_MS)
      expect(await left()).toEqual({ spans: 1, logs: 1 })
    })
  },
)
