import { killServices, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

test.each(['hono/otel.mjs', 'koa/contrib.cjs'])(
  'other instrumentations of the same framework add no span, and what the app says is on ours (%s)',
  async (script) => {
    const service = await startService(`../frameworks/${script}`, { env: toReceiver() })
    expect(await (await fetch(`${service.url}/shop/acme`)).text()).toBe('done')
    await service.stop()
    const [work, server, ...others] = receiver.spans
    expect(others).toEqual([])
    expect(work).toMatchObject({ name: 'work', parentSpanId: server!.spanId })
    expect(server).toMatchObject({
      kind: 'SERVER',
      name: 'GET /shop/:tenant',
      attributes: { 'shop.tenant': 'acme', 'http.route': '/shop/:tenant' },
    })
    expect(service.stderr()).toMatch(/left out, .*HEDDLE_DISABLED_INSTRUMENTATIONS=(hono|koa)\n/)
  },
)
