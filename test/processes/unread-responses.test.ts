import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver({ OTEL_SERVICE_NAME: 'shop', HEDDLE_SPOOL: 'true' })
const spool = useTemporaryDirectory('unread')

test.each(['shutdown', 'exit'])(
  'requests whose responses nobody reads are delivered at the %s, as having ended when the responses came',
  async (ending) => {
    const env = toReceiver({ HEDDLE_SPOOL_DIR: spool.path })
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
  },
)
