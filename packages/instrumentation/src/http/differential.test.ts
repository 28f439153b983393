import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { SpanKind } from '@opentelemetry/api'

/**
 * Every difference between Heddle's spans and those of the official http and undici
 * instrumentations for the same requests: `<scenarios> | <kind> | <attribute> | <official value> |
 * <our value>`, and the reason. A `*` stands for any text.
 */
const DIFFERENCES: Record<string, string> = {
  'http PROPFIND | * | name | PROPFIND | HTTP': 'The conventions name a span `HTTP` when the method is `_OTHER`.',
  'http 404 | CLIENT | error.type | - | 404': 'The conventions want the status code in error.type when it is an error.',
  'http 500 | * | error.type | - | 500': 'As above. The official one has it on its metrics only.',
  'http without Host | CLIENT | error.type | - | 400': 'As above.',
  'http GET with user agent | CLIENT | user_agent.original | test | -':
    'Opt-in for clients: capture the header if you want it.',
  'http GET with Forwarded | SERVER | client.address | 203.0.113.9 | 127.0.0.1':
    'Anyone can write it: believed with trustForwardedHeaders only.',
  'http GET with Forwarded | SERVER | server.address | far | 127.0.0.1': 'As above.',
  'http GET with Forwarded | SERVER | server.port | - | <port>': 'As above.',
  'http dots in the path | SERVER | url.path | /b | /a/../b': 'The path as it was sent is what routers see.',
  'http refused | CLIENT | error.type | Error | ECONNREFUSED':
    'The code tells errors apart, the name `Error` does not.',
  'http hang-up | CLIENT | error.type | Error | ECONNRESET': 'As above.',
  'http half an answer | CLIENT | error.type | - | ECONNRESET': 'An answer that breaks off is a failure.',
  'http half an answer | CLIENT | status | 0 | 2': 'As above.',
  'http half an answer | CLIENT | events | - | exception': 'As above.',
  'http hang-up | SERVER | http.response.status_code | 200 | -': 'No status was ever sent.',
  'http aborted | SERVER | http.response.status_code | 200 | -': 'As above.',
  'http timed out | SERVER | http.response.status_code | 200 | -': 'As above.',
  'fetch aborted | SERVER | http.response.status_code | 200 | -': 'As above.',
  'fetch timed out | SERVER | http.response.status_code | 200 | -': 'As above.',
  'http aborted | CLIENT | error.type | AbortError | -':
    'What the caller cancels on purpose is no error; the official fetch agrees.',
  'http aborted | CLIENT | status | 2 | 0': 'As above.',
  'http aborted | CLIENT | events | exception | -': 'As above.',
  'http timed out | CLIENT | error.type | AbortError | TimeoutError': 'The timeout is the reason, as in fetch.',
  'fetch timed out | CLIENT | error.type | 23 | TimeoutError':
    'error.type is text; 23 is the legacy code of a DOMException.',
  'fetch GET with query | CLIENT | url.full | * | *': 'Signatures are redacted; the official one leaves them in.',
  'fetch * | CLIENT | http.request.method_original | * | -': 'For methods that were normalized only.',
  'fetch * | CLIENT | url.path | * | -': 'Not an attribute of a client span: url.full has it.',
  'fetch * | CLIENT | url.query | * | -': 'As above.',
  'fetch * | CLIENT | url.scheme | http | -': 'Opt-in for clients: url.full has it.',
  'fetch * | CLIENT | user_agent.original | node | -': 'Opt-in for clients.',
}

interface SpanDescription {
  readonly name: string
  readonly kind: SpanKind
  readonly parent: number
  readonly status: number
  readonly events: readonly string[]
  readonly attributes: Readonly<Record<string, unknown>>
}
type Spans = Readonly<Record<string, readonly SpanDescription[]>>

let official: Spans
let ours: Spans

beforeAll(async () => {
  ;[official, ours] = await Promise.all([run('stock'), run('heddle')])
}, 60_000)

async function run(instrumentation: string): Promise<Spans> {
  const fixture = path.join(__dirname, 'fixtures', 'differential.cjs')
  const { stdout } = await promisify(execFile)(process.execPath, [fixture, instrumentation], { timeout: 50_000 })
  return JSON.parse(stdout) as Spans
}

test('there are the same spans with the same kinds and parents', () => {
  const shape = (spans: Spans) =>
    Object.entries(spans).map(([scenario, each]) => [scenario, each.map(({ kind, parent }) => ({ kind, parent }))])
  expect(shape(ours)).toEqual(shape(official))
  expect(Object.values(ours).flat().length).toBeGreaterThan(40)
})

test('they differ where we say so, and nowhere else', () => {
  const found = Object.keys(official).flatMap((scenario) =>
    official[scenario]!.flatMap((span, index) => differences(scenario, span, ours[scenario]![index]!)),
  )
  const rows = Object.keys(DIFFERENCES)
  expect(found.filter((difference) => !rows.some((row) => matches(row, difference)))).toEqual([])
  expect(rows.filter((row) => !found.some((difference) => matches(row, difference)))).toEqual([])
})

function differences(scenario: string, theirs: SpanDescription, own: SpanDescription): string[] {
  const properties = (span: SpanDescription): Record<string, unknown> => ({
    name: span.name,
    status: span.status,
    events: span.events.join() || undefined,
    ...span.attributes,
  })
  const [left, right] = [properties(theirs), properties(own)]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((key) => left[key] !== right[key])
    .map((key) => [scenario, SpanKind[own.kind], key, left[key] ?? '-', right[key] ?? '-'].join(' | '))
}

function matches(row: string, difference: string): boolean {
  const pattern = row.split('*').map((text) => text.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.*')}$`).test(difference)
}
