import { JsonLogsSerializer, JsonTraceSerializer } from '@opentelemetry/otlp-transformer'
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import fc from 'fast-check'
import { someLogRecords, someSpans } from '../../fixtures/arbitraries'
import { encode } from '../../fixtures/encode'
import { logRecord, RESOURCE } from '../../fixtures/records'
import { decode, LogsRequest, type MessageType, TraceRequest } from '../../fixtures/schema'
import { protobufLogRecords, protobufSpans } from '../protobuf/format'
import { jsonLogRecords, jsonSpans } from './format'

/**
 * Takes away the differences that OTLP/JSON itself does not see, and those in which the official
 * serializer is wrong:
 * - int64 is a string by the JSON mapping of protobuf; the official one writes a number, and beyond int64 too
 * - NaN and the infinities are strings by that mapping; the official one writes null
 * - lone surrogates are U+FFFD; the official one writes escapes that strict parsers refuse
 * - a body or a severity that is not there is not written; the official one writes an empty body
 * - scopes are told apart by identity; the official one merges the spans of scopes with the same name, version and schema
 */
function normalized(key: string, value: unknown): unknown {
  if (value === '' || value === null || value === 0 || value === '0') return undefined
  if (Array.isArray(value) && value.length === 0) return undefined
  if (key === 'intValue') return Math.abs(Number(value)) < 2 ** 63 ? String(BigInt(value as string)) : undefined
  if (key === 'doubleValue')
    return Number.isFinite(Number(value)) && Math.abs(Number(value)) < 2 ** 63 ? value : undefined
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd')
  return typeof value === 'object' && value !== null && Object.values(value).every((member) => member === undefined)
    ? undefined
    : value
}

/**
 * `JSON.parse` revives from the leaves up, so what became empty vanishes with everything that held
 * nothing else.
 */
function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString(), normalized)
}

type Tree = { readonly [field: string]: Tree[] }

/**
 * All items of a request, each with its scope, so that it does not matter how they were grouped.
 */
function ungrouped(request: unknown, [resources, scopes, items]: readonly [string, string, string]): string[] {
  return (request as Tree)
    [resources]!.flatMap((resource) => resource[scopes]!)
    .flatMap((section) =>
      section[items]!.map((item) => JSON.stringify([item, section['scope'], section['schemaUrl']], sorted)),
    )
    .sort()
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * OTLP/JSON read by the official schema. Its ids are hexadecimal where the JSON mapping of protobuf
 * has base64.
 */
function readJson(type: MessageType, bytes: Buffer): unknown {
  const request = JSON.parse(bytes.toString(), (key, value) =>
    /^(trace|span|parentSpan)Id$/.test(key) ? Buffer.from(value, 'hex').toString('base64') : value,
  )
  return decode(type, type.encode(type.fromObject(request)).finish())
}

describe('what our JSON says is what our protobuf says', () => {
  test('spans', async () => {
    await fc.assert(
      fc.asyncProperty(someSpans, async (spans) => {
        const json = readJson(TraceRequest, await encode(jsonSpans, spans, RESOURCE))
        expect(json).toEqual(decode(TraceRequest, await encode(protobufSpans, spans, RESOURCE)))
      }),
      { numRuns: 200 },
    )
  })

  test('log records', async () => {
    await fc.assert(
      fc.asyncProperty(someLogRecords, async (records) => {
        const json = readJson(LogsRequest, await encode(jsonLogRecords, records, RESOURCE))
        expect(json).toEqual(decode(LogsRequest, await encode(protobufLogRecords, records, RESOURCE)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('what our encoder writes says the same as what the official JSON serializer writes', () => {
  test('spans', async () => {
    await fc.assert(
      fc.asyncProperty(someSpans, async (spans) => {
        const ours = parse(await encode(jsonSpans, spans, RESOURCE))
        const official = parse(JsonTraceSerializer.serializeRequest(spans as unknown as ReadableSpan[])!)
        const names = ['resourceSpans', 'scopeSpans', 'spans'] as const
        expect(ungrouped(ours, names)).toEqual(ungrouped(official, names))
      }),
      { numRuns: 200 },
    )
  })

  test('log records', async () => {
    await fc.assert(
      fc.asyncProperty(someLogRecords, async (records) => {
        const ours = parse(await encode(jsonLogRecords, records, RESOURCE))
        const official = parse(JsonLogsSerializer.serializeRequest(records as unknown as ReadableLogRecord[])!)
        const names = ['resourceLogs', 'scopeLogs', 'logRecords'] as const
        expect(ungrouped(ours, names)).toEqual(ungrouped(official, names))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the rules of OTLP/JSON', () => {
  async function body(value: unknown): Promise<unknown> {
    const request = JSON.parse((await encode(jsonLogRecords, [logRecord(value)], RESOURCE)).toString())
    return request.resourceLogs[0].scopeLogs[0].logRecords[0].body
  }

  test.each<[string, unknown, unknown]>([
    ['int64 is a string', 42, { intValue: '42' }],
    ['a large int64 keeps its digits', 2 ** 60, { intValue: '1152921504606846976' }],
    ['a bigint is an int64', -(2n ** 63n), { intValue: '-9223372036854775808' }],
    ['a double is a number', 1.5, { doubleValue: 1.5 }],
    ['NaN is a string', Number.NaN, { doubleValue: 'NaN' }],
    ['bytes are base64', Uint8Array.of(1, 2, 255), { bytesValue: 'AQL/' }],
    ['null in an array is an empty value', ['a', null], { arrayValue: { values: [{ stringValue: 'a' }, {}] } }],
    ['a lone surrogate is U+FFFD', 'a\ud800', { stringValue: 'a\ufffd' }],
  ])('%s', async (_rule, value, expected) => {
    expect(await body(value)).toEqual(expected)
  })

  test('ids are hexadecimal and times are decimal strings', async () => {
    const record = logRecord('x', { spanContext: { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8), traceFlags: 1 } })
    const request = JSON.parse((await encode(jsonLogRecords, [record], RESOURCE)).toString())
    expect(request.resourceLogs[0].scopeLogs[0].logRecords[0]).toMatchObject({
      traceId: 'ab'.repeat(16),
      spanId: 'cd'.repeat(8),
      timeUnixNano: '1790000000000000001',
    })
  })
})
