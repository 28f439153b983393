import type { ReceivedSpan } from '@heddle/receiver'
import { killServices, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })

const REQUESTS = 20

test('in a process every span lies within its parent, every log record within its span, and times are in microseconds', async () => {
  const service = await startService('times-app.mjs', { env: toReceiver() })
  for (let i = 0; i < REQUESTS; i++) await (await fetch(service.url)).text()
  await service.stop()
  // The outer server span, two client spans, and two server spans with work in them.
  const spans = await receiver.waitForSpans(REQUESTS * 7)
  const logs = await receiver.waitForLogs(({ scope }) => scope.name === 'times')

  const byId = new Map<string, ReceivedSpan>(spans.map((span) => [span.spanId, span]))
  const outside: string[] = []
  for (const span of spans) {
    const parent = span.parentSpanId === undefined ? undefined : byId.get(span.parentSpanId)
    const isWithin =
      parent === undefined ||
      (span.startTimeUnixNano >= parent.startTimeUnixNano && span.endTimeUnixNano <= parent.endTimeUnixNano)
    if (!isWithin) outside.push(`${span.kind} ${span.name} in ${parent.kind} ${parent.name}`)
  }
  expect(outside).toEqual([])
  for (const { spanId, timeUnixNano, body } of logs) {
    const span = byId.get(spanId ?? '')!
    if (timeUnixNano < span.startTimeUnixNano || timeUnixNano > span.endTimeUnixNano)
      outside.push(`log ${String(body)}`)
  }
  expect(outside).toEqual([])
  expect(logs.length).toBeGreaterThanOrEqual(REQUESTS * 10)
  const fractions = new Set(spans.map(({ startTimeUnixNano }) => startTimeUnixNano % 1_000_000n))
  expect(fractions.size).toBeGreaterThan(REQUESTS)
}, 60_000)
