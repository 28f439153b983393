import { ProtobufLogsSerializer, ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer'
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node'
import fc from 'fast-check'
import { someLogRecords, someSpans } from '../../fixtures/arbitraries'
import { encode } from '../../fixtures/encode'
import { logRecord, RESOURCE, span } from '../../fixtures/records'
import { type DecodedLogs, type DecodedTraces, decode, LogsRequest, TraceRequest } from '../../fixtures/schema'
import { protobufLogRecords, protobufSpans } from './format'

/** The bytes of an attribute are kept when its value is repeated, and used when it comes again. */
const thrice = <T>(items: readonly T[]) => [...items, ...items, ...items]

describe('what our encoder writes decodes to the same message as what the official serializer writes', () => {
  test('spans', async () => {
    await fc.assert(
      fc.asyncProperty(someSpans, async (some) => {
        const spans = thrice(some)
        const ours = await encode(protobufSpans, spans, RESOURCE)
        const official = ProtobufTraceSerializer.serializeRequest(spans as unknown as ReadableSpan[])!
        expect(decode(TraceRequest, ours)).toEqual(decode(TraceRequest, official))
      }),
      { numRuns: 300 },
    )
  })

  test('log records', async () => {
    await fc.assert(
      fc.asyncProperty(someLogRecords, async (some) => {
        const records = thrice(some)
        const ours = await encode(protobufLogRecords, records, RESOURCE)
        const official = ProtobufLogsSerializer.serializeRequest(records as unknown as ReadableLogRecord[])!
        expect(decode(LogsRequest, ours)).toEqual(decode(LogsRequest, official))
      }),
      { numRuns: 300 },
    )
  })
})

describe('where we differ from the official serializer', () => {
  async function body(value: unknown): Promise<Record<string, unknown>> {
    const request = decode<DecodedLogs>(LogsRequest, await encode(protobufLogRecords, [logRecord(value)], RESOURCE))
    return request.resourceLogs[0]!.scopeLogs[0]!.logRecords[0]!.body
  }

  test('a bigint is an integer, which the official one leaves empty', async () => {
    expect(await body(2n ** 62n)).toMatchObject({ intValue: String(2n ** 62n) })
    expect(await body(-(2n ** 63n))).toMatchObject({ intValue: String(-(2n ** 63n)) })
  })

  test('a bigint beyond 64 bits is its decimal string', async () => {
    expect(await body(2n ** 63n)).toMatchObject({ stringValue: String(2n ** 63n) })
  })

  test('an object that contains itself ends there, where the official one overflows the stack', async () => {
    const order: Record<string, unknown> = { id: 1 }
    order['self'] = order
    const { values } = (await body(order))['kvlistValue'] as { values: { key: string; value: object }[] }
    expect(values.map(({ key }) => key)).toEqual(['id', 'self'])
    expect(values[1]!.value).toMatchObject({ stringValue: '[Circular]' })
  })

  test('an object used twice is written twice', async () => {
    const shared = { a: true }
    const { values } = (await body([shared, shared]))['arrayValue'] as { values: object[] }
    expect(values[0]).toEqual(values[1])
    expect(values[0]).toHaveProperty('kvlistValue')
  })

  test('a getter that throws costs its own object only, where the official one loses the whole batch', async () => {
    const hostile = {
      get secret() {
        throw new Error('no')
      },
    }
    const { values } = (await body([hostile, 'kept']))['arrayValue'] as { values: object[] }
    expect(values).toMatchObject([{ stringValue: '[Throws]' }, { stringValue: 'kept' }])
  })

  test('nesting ends at a depth that every collector can read', async () => {
    let nested: unknown = 'bottom'
    for (let i = 0; i < 5_000; i++) nested = [nested]
    expect(JSON.stringify(await body(nested))).toContain('[Depth]')
  })

  test('a link and a parent without valid ids are left out, where the official one sends ids of a wrong length', async () => {
    const nowhere = { traceId: 'abc', spanId: '', traceFlags: 0 }
    const bad = span({ links: [{ context: nowhere }], parentSpanContext: nowhere })
    const request = decode<DecodedTraces>(TraceRequest, await encode(protobufSpans, [bad], RESOURCE))
    expect(request.resourceSpans[0]!.scopeSpans[0]!.spans[0]).toMatchObject({ links: [], parentSpanId: '' })
  })

  test('a span without valid ids is refused', async () => {
    const bad = span({ spanContext: () => ({ traceId: 'g'.repeat(32), spanId: 'b7ad6b7169203331', traceFlags: 1 }) })
    await expect(encode(protobufSpans, [bad], RESOURCE)).rejects.toThrow('refused as invalid')
  })

  test('a time before the epoch, which OTLP cannot express, falls into its first second', async () => {
    const request = decode<DecodedTraces>(
      TraceRequest,
      await encode(protobufSpans, [span({ startTime: [-1, 5] })], RESOURCE),
    )
    expect(request.resourceSpans[0]!.scopeSpans[0]!.spans[0]).toMatchObject({ startTimeUnixNano: '5' })
  })
})
