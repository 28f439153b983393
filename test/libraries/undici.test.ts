import type { ReceivedSpan } from '@heddle/receiver'
import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

const CALLERS = 8
/** What every undici has, with the requests that each call of it makes. */
const WAYS = {
  pool: 1,
  client: 1,
  pipelined: 1,
  agent: 1,
  balanced: 1,
  'again-agent': 2,
  again: 2,
  redirect: 2,
  dns: 1,
  dump: 1,
  several: 1,
  tunnel: 1,
  forward: 1,
  // No request leaves the process.
  mock: 0,
}
const SINCE_7 = { robin: 1, cache: 1, deduplicate: 1, decompress: 1 }
const CALLS = ['request', 'fetch', 'handler']

const pathOf = ({ attributes }: ReceivedSpan) => new URL(attributes['url.full'] as string).pathname

test.each<[string, Readonly<Record<string, number>>]>([
  ['undici-6', WAYS],
  ['undici-7', { ...WAYS, ...SINCE_7 }],
])('each request of %s is a span of its caller, whatever it has waited for', async (library, ways) => {
  const { code, stdout } = await runToEnd('../libraries/undici/app.mjs', { args: [library], env: toReceiver() })
  expect(code).toBe(0)
  const { strangers, names } = JSON.parse(stdout)
  expect({ strangers, names: names.sort() }).toEqual({ strangers: [], names: Object.keys(ways).sort() })

  const parents = new Map(receiver.spans.map(({ spanId, name }) => [spanId, name]))
  const requests = receiver.spans.filter(({ kind, scope }) => kind === 'CLIENT' && scope.name.endsWith('/fetch'))
  const counts: Record<string, number> = {}
  for (const request of requests) {
    const [, way, call, caller] = pathOf(request).split('/')
    expect(parents.get(request.parentSpanId!)).toBe(`${way} ${call} ${caller}`)
    counts[`${way} ${call}`] = (counts[`${way} ${call}`] ?? 0) + 1
  }
  const expected = Object.entries(ways).filter(([, count]) => count > 0)
  expect(counts).toEqual(
    Object.fromEntries(
      expected.flatMap(([way, count]) => CALLS.map((call) => [`${way} ${call}`, count * CALLERS] as const)),
    ),
  )
})
