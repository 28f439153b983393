import type { SpanContext } from '@opentelemetry/api'
import type { EventLike, LinkLike, SpanLike } from '../../telemetry'
import { cutText, INVALID_IDS, MAX_TEXT_LENGTH, nameOf, traceStateOf } from '../limits'
import { spanFlags } from '../span-flags'
import { type JsonObject, jsonAttributes, jsonText, jsonTime } from './any-value'

const TRACE_ID = /^[0-9a-f]{32}$/i
const SPAN_ID = /^[0-9a-f]{16}$/i

/**
 * A span as OTLP/JSON.
 * @throws INVALID_IDS when its trace id or span id is not one
 */
export function jsonSpan(span: SpanLike): JsonObject {
  const spanContext = span.spanContext()
  const parent = span.parentSpanContext
  if (!hasIds(spanContext)) throw INVALID_IDS
  return {
    traceId: spanContext.traceId,
    spanId: spanContext.spanId,
    parentSpanId: parent && SPAN_ID.test(parent.spanId) ? parent.spanId : undefined,
    traceState: jsonText(traceStateOf(spanContext.traceState)),
    name: jsonText(nameOf(span.name)),
    kind: span.kind == null ? 0 : span.kind + 1,
    startTimeUnixNano: jsonTime(span.startTime),
    endTimeUnixNano: jsonTime(span.endTime),
    attributes: jsonAttributes(span.attributes),
    droppedAttributesCount: span.droppedAttributesCount,
    events: span.events.map(jsonEvent),
    droppedEventsCount: span.droppedEventsCount,
    links: span.links.filter((link) => hasIds(link.context)).map(jsonLink),
    droppedLinksCount: span.droppedLinksCount,
    status: { code: span.status.code, message: jsonText(cutText(span.status.message, MAX_TEXT_LENGTH)) },
    flags: spanFlags(spanContext.traceFlags, parent?.isRemote),
  }
}

/** Whether both ids are hexadecimal and of the length that OTLP demands. */
export function hasIds(spanContext: SpanContext): boolean {
  return TRACE_ID.test(spanContext.traceId) && SPAN_ID.test(spanContext.spanId)
}

function jsonEvent(event: EventLike): JsonObject {
  return {
    timeUnixNano: jsonTime(event.time),
    name: jsonText(nameOf(event.name)),
    attributes: jsonAttributes(event.attributes ?? {}),
    droppedAttributesCount: event.droppedAttributesCount ?? 0,
  }
}

function jsonLink(link: LinkLike): JsonObject {
  return {
    traceId: link.context.traceId,
    spanId: link.context.spanId,
    traceState: jsonText(traceStateOf(link.context.traceState)),
    attributes: jsonAttributes(link.attributes ?? {}),
    droppedAttributesCount: link.droppedAttributesCount ?? 0,
    flags: spanFlags(link.context.traceFlags, link.context.isRemote),
  }
}
