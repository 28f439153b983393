import { diag, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { InMemoryLogRecordExporter } from '@opentelemetry/sdk-logs'
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from '../config/options'
import { pipelineOf } from './fixtures/pipeline-of'

const VARIABLE = 'OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN'

/** What becomes of an exception that is recorded on a span of this kind. */
async function recorded(optIn: string | undefined, kind: SpanKind, attributes = {}, exportsLogs = true) {
  const spans = new InMemorySpanExporter()
  const logs = new InMemoryLogRecordExporter()
  const options: HeddleOptions = { exporters: { traces: spans as never, logs: exportsLogs ? (logs as never) : [] } }
  const pipeline = pipelineOf(options, optIn === undefined ? {} : { [VARIABLE]: optIn })
  const span = pipeline.providers.tracerProvider.getTracer('scope', '1').startSpan('work', { kind, attributes })
  span.recordException(new RangeError('far'), 1_700_000_000_000)
  span.setStatus({ code: SpanStatusCode.ERROR }).end()
  span.recordException(new Error('too late'))
  await pipeline.flush(1_000)
  const events = spans.getFinishedSpans().flatMap((each) => each.events.map(({ name }) => name))
  const records = logs.getFinishedLogRecords()
  await pipeline.shutdown(0)
  return { events, records, ids: span.spanContext() }
}

test.each<[string | undefined, number, number]>([
  [undefined, 1, 0],
  ['logs', 0, 1],
  ['logs/dup', 1, 1],
])(`${VARIABLE}=%s: %i event, %i record`, async (optIn, events, records) => {
  const found = await recorded(optIn, SpanKind.INTERNAL)
  expect([found.events.length, found.records.length]).toEqual([events, records])
})

test.each<[string, SpanKind, object, string, string]>([
  ['a server', SpanKind.SERVER, { 'http.request.method': 'GET' }, 'http.server.request.exception', 'ERROR'],
  ['a client', SpanKind.CLIENT, { 'http.request.method': 'GET' }, 'http.client.request.exception', 'WARN'],
  ['another client', SpanKind.CLIENT, { 'db.system.name': 'postgresql' }, 'exception', 'ERROR'],
  ['an inner span', SpanKind.INTERNAL, {}, 'exception', 'ERROR'],
])('the record of %s has the ids and the scope of its span', async (_, kind, attributes, eventName, severityText) => {
  const { records, ids } = await recorded('logs', kind, attributes)
  expect(records).toMatchObject([
    {
      eventName,
      severityText,
      spanContext: { traceId: ids.traceId, spanId: ids.spanId },
      instrumentationScope: { name: 'scope', version: '1' },
      hrTime: [1_700_000_000, 0],
      attributes: {
        'exception.type': 'RangeError',
        'exception.message': 'far',
        'exception.stacktrace': expect.stringMatching(/^RangeError: far/),
      },
    },
  ])
})

test('without anybody to take records it stays with events, and says so', async () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation(() => {})
  const { events } = await recorded('logs', SpanKind.INTERNAL, {}, false)
  expect(events).toEqual(['exception'])
  expect(warn.mock.calls.join()).toMatch(/is ignored because no logging provider is configured/)
  warn.mockRestore()
})
