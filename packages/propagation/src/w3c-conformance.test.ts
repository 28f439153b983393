import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen, post, startTracedService, type TracedService } from './fixtures/traced-service'
import { createPropagator } from './propagator'
import { parseTraceparent, type Traceparent } from './w3c/traceparent'

// The W3C trace-context conformance harness's requirements of a service, at its strictest level and
// for level 2: the same 41 cases with the same input, over HTTP, with a stock OpenTelemetry SDK
// between extract and inject. https://github.com/w3c/trace-context/tree/main/test

type Header = readonly [name: string, value: string]

/** The headers of one of the service's callbacks. */
interface Outgoing {
  readonly traceparent: Traceparent
  readonly tracestate: ReadonlyMap<string, string>
}

const TRACE_ID = '12345678901234567890123456789012'
const SPAN_ID = '1234567890123456'
const VALID = `00-${TRACE_ID}-${SPAN_ID}-01`
const UNSAMPLED: Header = ['traceparent', `00-${TRACE_ID}-${SPAN_ID}-00`]

let service: TracedService
let callbackUrl: string
let received: string[][] = []
const callbacks = createServer((incoming, response) => {
  received.push(incoming.rawHeaders)
  incoming.resume().on('end', () => response.end('null'))
})

beforeAll(async () => {
  service = await startTracedService(createPropagator())
  await listen(callbacks)
  callbackUrl = `http://127.0.0.1:${(callbacks.address() as AddressInfo).port}/`
})

afterAll(async () => {
  await service.close()
  callbacks.closeAllConnections()
  await new Promise((resolve) => callbacks.close(resolve))
})

/** Sends the headers to the service and returns the headers of its callbacks. */
async function send(headers: readonly Header[], count = 1): Promise<Outgoing[]> {
  received = []
  const body = Array.from({ length: count }, () => ({ url: callbackUrl, arguments: [] }))
  await post(
    service.url,
    ['host', new URL(service.url).host, 'content-type', 'application/json', ...headers.flat()],
    body,
  )
  expect(received).toHaveLength(count)
  return received.map((rawHeaders) => ({
    traceparent: expectOneTraceparent(rawHeaders),
    tracestate: membersOf(valuesOf(rawHeaders, 'tracestate')),
  }))
}

async function sendOnce(...headers: readonly Header[]): Promise<Outgoing> {
  const [outgoing] = await send(headers)
  return outgoing as Outgoing
}

function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name)
}

function expectOneTraceparent(rawHeaders: readonly string[]): Traceparent {
  const values = valuesOf(rawHeaders, 'traceparent')
  expect(values).toHaveLength(1)
  expect(values[0]).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-0[0-3]$/)
  return parseTraceparent(values[0]) as Traceparent
}

/** Parsed by rules of its own, not with the parser under test. */
function membersOf(headers: readonly string[]): Map<string, string> {
  const members = headers.flatMap((header) => header.split(',')).map((member) => member.split('='))
  const map = new Map(members.map(([key, value]) => [key as string, value as string]))
  expect(map.size).toBe(members.length)
  return map
}

async function expectRestart(...headers: readonly Header[]): Promise<void> {
  const { traceparent, tracestate } = await sendOnce(...headers)
  expect(traceparent.traceId).not.toContain(TRACE_ID.slice(1, -1))
  expect(tracestate.size).toBe(0)
}

async function expectContinued(...headers: readonly Header[]): Promise<Outgoing> {
  const outgoing = await sendOnce(...headers)
  expect(outgoing.traceparent.traceId).toBe(TRACE_ID)
  expect(outgoing.traceparent.spanId).not.toBe(SPAN_ID)
  return outgoing
}

async function expectTracestate(expected: Record<string, string>, ...headers: readonly string[]): Promise<void> {
  const { tracestate } = await expectContinued(UNSAMPLED, ...headers.map((value): Header => ['tracestate', value]))
  expect([...tracestate]).toEqual(Object.entries(expected))
}

describe('traceparent', () => {
  it('missing, and no tracestate either: a new trace begins', () => expectRestart())

  it('present without tracestate: the trace goes on with a new parent id', async () => {
    const { tracestate } = await expectContinued(['traceparent', VALID])
    expect(tracestate.size).toBe(0)
  })

  it('sent twice: a new trace begins', async () => {
    const other = '12345678901234567890123456789011'
    const { traceparent } = await sendOnce(['traceparent', `00-${other}-${SPAN_ID}-01`], ['traceparent', VALID])
    expect([TRACE_ID, other]).not.toContain(traceparent.traceId)
  })

  // Each case is one test of the harness; a case may send several requests.
  const restarts: Record<string, readonly string[]> = {
    'version 00 with more behind it': [`${VALID}.`, `${VALID}-what-the-future-will-be-like`],
    'version ff': [`ff-${TRACE_ID}-${SPAN_ID}-01`],
    'a version that is not hexadecimal': [`.0-${TRACE_ID}-${SPAN_ID}-01`, `0.-${TRACE_ID}-${SPAN_ID}-01`],
    'a version that is too long': [`000-${TRACE_ID}-${SPAN_ID}-01`, `0000-${TRACE_ID}-${SPAN_ID}-01`],
    'a version that is too short': [`0-${TRACE_ID}-${SPAN_ID}-01`],
    'a trace id of zeros': [`00-${'0'.repeat(32)}-${SPAN_ID}-01`],
    'a trace id that is not hexadecimal': [
      `00-.${TRACE_ID.slice(1)}-${SPAN_ID}-01`,
      `00-${TRACE_ID.slice(0, -1)}.-${SPAN_ID}-01`,
    ],
    'a trace id that is too long': [`00-${TRACE_ID}3-${SPAN_ID}-01`],
    'a trace id that is too short': [`00-${TRACE_ID.slice(0, -1)}-${SPAN_ID}-01`],
    'a parent id of zeros': [`00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    'a parent id that is not hexadecimal': [
      `00-${TRACE_ID}-.${SPAN_ID.slice(1)}-01`,
      `00-${TRACE_ID}-${SPAN_ID.slice(0, -1)}.-01`,
    ],
    'a parent id that is too long': [`00-${TRACE_ID}-${SPAN_ID}7-01`],
    'a parent id that is too short': [`00-${TRACE_ID}-${SPAN_ID.slice(0, -1)}-01`],
    'flags that are not hexadecimal': [`00-${TRACE_ID}-${SPAN_ID}-.0`, `00-${TRACE_ID}-${SPAN_ID}-0.`],
    'flags that are too long': [`00-${TRACE_ID}-${SPAN_ID}-001`],
    'flags that are too short': [`00-${TRACE_ID}-${SPAN_ID}-1`],
  }
  it.each(Object.keys(restarts))('with %s: a new trace begins', async (name) => {
    for (const value of restarts[name] ?? []) await expectRestart(['traceparent', value])
  })

  it('under another name: a new trace begins', async () => {
    await expectRestart(['trace-parent', VALID])
    await expectRestart(['trace.parent', VALID])
  })

  it('in any letter case: the trace goes on', async () => {
    for (const name of ['TraceParent', 'TrAcEpArEnT', 'TRACEPARENT']) await expectContinued([name, VALID])
  })

  it('of a later version: read by the parts that are known', async () => {
    await expectContinued(['traceparent', `cc-${TRACE_ID}-${SPAN_ID}-01`])
    await expectContinued(['traceparent', `cc-${TRACE_ID}-${SPAN_ID}-01-what-the-future-will-be-like`])
    await expectRestart(['traceparent', `cc-${TRACE_ID}-${SPAN_ID}-01.what-the-future-will-be-like`])
  })

  it('with whitespace around it: the trace goes on', async () => {
    for (const value of [` ${VALID}`, `\t${VALID}`, `${VALID} `, `${VALID}\t`, `\t ${VALID} \t`]) {
      await expectContinued(['traceparent', value])
    }
  })

  it('with the random flag: the flag is passed on', async () => {
    const { traceparent } = await expectContinued(['traceparent', `00-${TRACE_ID}-${SPAN_ID}-02`])
    expect(traceparent.flags & 2).toBe(2)
  })
})

describe('tracestate', () => {
  it('without traceparent: discarded', async () => {
    await expectRestart(['tracestate', 'foo=1'])
    await expectRestart(['tracestate', 'foo=1,bar=2'])
  })

  it('with traceparent: passed on', () => expectTracestate({ foo: '1', bar: '2' }, 'foo=1,bar=2'))

  it('under another name: discarded', async () => {
    for (const name of ['trace-state', 'trace.state']) {
      const { tracestate } = await expectContinued(UNSAMPLED, [name, 'foo=1'])
      expect(tracestate.size).toBe(0)
    }
  })

  it('in any letter case: passed on', async () => {
    for (const name of ['TraceState', 'TrAcEsTaTe', 'TRACESTATE']) {
      const { tracestate } = await expectContinued(UNSAMPLED, [name, 'foo=1'])
      expect(tracestate.get('foo')).toBe('1')
    }
  })

  it('that is empty: not passed on, and no harm to others', async () => {
    await expectTracestate({}, '')
    await expectTracestate({ foo: '1' }, 'foo=1', '')
    await expectTracestate({ foo: '1' }, '', 'foo=1')
  })

  it('in several headers: combined in order', () =>
    expectTracestate({ foo: '1', bar: '2', rojo: '1', congo: '2', baz: '3' }, 'foo=1,bar=2', 'rojo=1,congo=2', 'baz=3'))

  it('with a key that comes twice: passed on once, with the first value', async () => {
    await expectTracestate({ foo: '1' }, 'foo=1,foo=1')
    await expectTracestate({ foo: '1' }, 'foo=1,foo=2')
    await expectTracestate({ foo: '1' }, 'foo=1', 'foo=1')
    await expectTracestate({ foo: '1' }, 'foo=1', 'foo=2')
  })

  it('with every allowed character: passed on', async () => {
    const key = 'abcdefghijklmnopqrstuvwxyz0123456789_-*/'
    const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('')
    const value = printable.replace(/[,=]/g, '')
    await expectTracestate({ [key]: value }, `${key}=${value}`)
    await expectTracestate({ [`${key}@a-z0-9_-*/`]: value }, `${key}@a-z0-9_-*/=${value}`)
  })

  it('with whitespace around members: passed on', async () => {
    await expectTracestate({ foo: '1', bar: '2', baz: '3' }, 'foo=1 \t , \t bar=2, \t baz=3')
    await expectTracestate({ foo: '1', bar: '2', baz: '3' }, 'foo=1\t \t,\t \tbar=2,\t \tbaz=3')
    for (const header of [' foo=1', '\tfoo=1', 'foo=1 ', 'foo=1\t', '\t foo=1 \t']) {
      await expectTracestate({ foo: '1' }, header)
    }
  })

  it('with a character that no key may hold: discarded', async () => {
    for (const header of ['foo =1', 'FOO=1', 'foo.bar=1']) await expectTracestate({}, header)
  })

  it('with at signs anywhere in a key but first: passed on', async () => {
    for (const key of ['foo@', 'foo@@bar', 'foo@bar@baz']) {
      await expectTracestate({ [key]: '1', bar: '2' }, `${key}=1,bar=2`)
    }
    await expectTracestate({}, '@foo=1,bar=2')
  })

  it('with 32 members: passed on; with 33: discarded', async () => {
    const members = Array.from({ length: 33 }, (_, index) => String(index + 1).padStart(2, '0'))
    const header = (from: number, to: number) =>
      members
        .slice(from, to)
        .map((n) => `bar${n}=${n}`)
        .join(',')
    const all = Object.fromEntries(members.slice(0, 32).map((n) => [`bar${n}`, n]))
    await expectTracestate(all, header(0, 10), header(10, 20), header(20, 30), header(30, 32))
    await expectTracestate({}, header(0, 10), header(10, 20), header(20, 30), header(30, 33))
  })

  it('with keys of the longest length: passed on; longer: discarded', async () => {
    const simple = 'z'.repeat(256)
    const withAtSign = [`${'t'.repeat(241)}@${'v'.repeat(14)}`, `${'t'.repeat(242)}@v`, `t@${'v'.repeat(15)}`]
    for (const key of [simple, ...withAtSign]) {
      await expectTracestate({ foo: '1', [key]: '1' }, 'foo=1', `${key}=1`)
    }
    await expectTracestate({}, 'foo=1', `${'z'.repeat(257)}=1`)
  })

  it('with a value that is malformed: discarded', async () => {
    await expectTracestate({}, 'foo=bar=baz')
    await expectTracestate({}, 'foo=,bar=3')
  })
})

describe('several outgoing requests', () => {
  it('of a continued trace: one trace id, a parent id each', async () => {
    const outgoing = await send([['traceparent', VALID]], 3)
    expect(new Set(outgoing.map(({ traceparent }) => traceparent.traceId))).toEqual(new Set([TRACE_ID]))
    expect(new Set(outgoing.map(({ traceparent }) => traceparent.spanId)).size).toBe(3)
  })

  it('of a new trace: a parent id each', async () => {
    const outgoing = await send([], 3)
    expect(new Set(outgoing.map(({ traceparent }) => traceparent.spanId)).size).toBe(3)
  })

  it('after an invalid traceparent: a new trace id, a parent id each', async () => {
    const outgoing = await send([['traceparent', `00-${'0'.repeat(32)}-${SPAN_ID}-01`]], 3)
    expect(outgoing.map(({ traceparent }) => traceparent.traceId)).not.toContain('0'.repeat(32))
    expect(new Set(outgoing.map(({ traceparent }) => traceparent.spanId)).size).toBe(3)
  })
})
