import dns from 'node:dns'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectBalanced, sendTwoBatches } from './fixtures/two-batches'
import type { OtlpProtocol } from './options/options'
import { closeStrangeServers, startTcp, trickle } from './send/fixtures/strange-servers'

const DEADLINE_MS = 200
/**
 * For a machine that is busy with other things. Every fault below would last for ten seconds, or
 * for ever.
 */
const GENEROUS_MS = 2_000

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'heddle-deadline-'))
})
afterEach(async () => {
  jest.restoreAllMocks()
  await closeStrangeServers()
  rmSync(dir, { recursive: true, force: true })
})

const onTcp = (scheme: string, treat?: (socket: Socket) => void) => async () =>
  `${scheme}://localhost:${await startTcp(treat)}`
const headers = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n')
/** An empty SETTINGS frame, as every HTTP/2 server begins with. */
const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])
const never = () => new Promise<never>(() => {})

/** Where a collector is to be found that treats us so. */
const FAULTS: Record<string, (protocol: OtlpProtocol) => () => Promise<string>> = {
  'accepts and never answers': (protocol) =>
    onTcp('http', (socket) => void (protocol === 'grpc' && socket.write(settings))),
  'answers a byte a second': () => onTcp('http', (socket) => trickle(socket, headers, 1_000)),
  'answers with a body of a byte a second': (protocol) =>
    onTcp('http', (socket) => {
      socket.once('data', () => {
        socket.write(protocol === 'grpc' ? settings : headers)
        trickle(socket, Buffer.alloc(100), 1_000)
      })
    }),
  'resets every connection': () => onTcp('http', (socket) => void socket.resetAndDestroy()),
  'closes every connection': () => onTcp('http', (socket) => void socket.end()),
  'never ends the TLS handshake': () => onTcp('https'),
  'has a name that is looked up for ever': () => async () => {
    jest.spyOn(dns, 'lookup').mockImplementation((() => {}) as never)
    jest.spyOn(dns.promises, 'lookup').mockImplementation(never)
    jest.spyOn(dns.promises, 'resolveTxt').mockImplementation(never)
    return 'http://collector.example:4317'
  },
  'is not there': () => async () => 'http://127.0.0.1:1',
}

describe.each<OtlpProtocol>(['http/protobuf', 'http/json', 'grpc'])(
  'over %s, a shutdown keeps its deadline, and everything is in the ledger, when the collector',
  (protocol) => {
    test.each(Object.entries(FAULTS))('%s', async (_, arrange) => {
      const endpoint = await arrange(protocol)()
      const { ledger, tookMs } = await sendTwoBatches({ endpoint, protocol }, { flush: false, deadlineMs: DEADLINE_MS })
      expect(tookMs).toBeLessThan(GENEROUS_MS)
      expect(ledger).toMatchObject({ created: 2, delivered: 0, dropped: { shutdown: 2 } })
      expectBalanced(ledger)
    })

    test.each(Object.entries(FAULTS))('%s: with a spool, nothing is lost', async (_, arrange) => {
      const endpoint = await arrange(protocol)()
      const options = { flush: false, deadlineMs: DEADLINE_MS, spool: { dir } }
      const timers = jest.spyOn(globalThis, 'setTimeout')
      const { ledger, tookMs } = await sendTwoBatches({ endpoint, protocol }, options)
      // Node.js 24 would say so on the app's stderr.
      expect(timers.mock.calls.filter(([, ms = 0]) => ms < 0)).toEqual([])
      expect(tookMs).toBeLessThan(GENEROUS_MS)
      expect(ledger).toMatchObject({ created: 2, delivered: 0, dropped: { shutdown: 0 }, held: { disk: { items: 2 } } })
      expectBalanced(ledger)
    })
  },
)
