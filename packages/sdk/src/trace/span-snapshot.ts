import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node'

/**
 * All that can be read of a span, apart from the span itself: which may be kept for as long as
 * something that was made in it.
 */
export function snapshotOf(span: ReadableSpan): ReadableSpan {
  const spanContext = span.spanContext()
  return {
    name: span.name,
    kind: span.kind,
    spanContext: () => spanContext,
    ...(span.parentSpanContext && { parentSpanContext: span.parentSpanContext }),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    status: span.status,
    attributes: span.attributes,
    links: span.links,
    events: span.events,
    ended: span.ended,
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
  }
}

/**
 * The processors of the SDK that look at nothing but ended spans, and hand them on to an exporter,
 * at once or later.
 */
const EXPORTING = new Set(['BatchSpanProcessor', 'SimpleSpanProcessor'])

/**
 * Whether it is one of the SDK's that export: it does not compare the spans that it is given with
 * others.
 */
export function onlyExports(processor: object): boolean {
  return EXPORTING.has(processor.constructor?.name)
}

/** Gives a processor that keeps ended spans until they are exported a snapshot of each. */
export function givenSnapshots(processor: SpanProcessor): SpanProcessor {
  return {
    onStart: (span, parentContext) => processor.onStart(span, parentContext),
    onEnd: (span) => processor.onEnd(snapshotOf(span)),
    forceFlush: () => processor.forceFlush(),
    shutdown: () => processor.shutdown(),
  }
}
