import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Receiver, startReceiver } from '@heddle/receiver'
import { killServices, runToEnd } from '../support/service'

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterEach(() => {
  killServices()
  receiver.clear()
})
afterAll(() => receiver.close())

test.each(['shutdown', 'exit'])(
  'requests whose responses nobody reads are delivered at the %s, as having ended when the responses came',
  async (ending) => {
    const spool = await mkdtemp(join(tmpdir(), 'heddle-unread-'))
    const env = {
      OTEL_SERVICE_NAME: 'shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      HEDDLE_SPOOL: 'true',
      HEDDLE_SPOOL_DIR: spool,
    }
    const { code, stdout, stderr } = await runToEnd('unread-responses.mjs', { args: [ending], env })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    // What an exit has left on disk, the next process sends.
    if (ending === 'exit') await runToEnd('script.mjs', { env })
    const spans = await receiver.waitFor(({ spans }) => {
      const sent = spans.filter(({ kind }) => kind === 'CLIENT')
      return sent.length === 3 && sent
    })
    for (const { attributes, endTimeUnixNano } of spans) {
      expect(attributes).toMatchObject({ 'http.response.status_code': 200 })
      expect(attributes).not.toHaveProperty('heddle.unfinished')
      expect(Number(stdout) - Number(endTimeUnixNano / 1_000_000n)).toBeGreaterThan(1_500)
    }
    await rm(spool, { recursive: true })
  },
)
