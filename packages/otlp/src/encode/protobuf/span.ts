import type { SpanContext } from '@opentelemetry/api'
import type { EventLike, LinkLike, SpanLike } from '../../telemetry'
import { cutText, INVALID_IDS, MAX_TEXT_LENGTH, nameOf, traceStateOf } from '../limits'
import { spanFlags } from '../span-flags'
import { writeAttributes } from './any-value'
import { fixed32Field, fixed64Field, lengthField, type ProtobufWriter, varintField } from './writer'

// opentelemetry.proto.trace.v1.Span
const TRACE_ID = lengthField(1)
const SPAN_ID = lengthField(2)
const TRACE_STATE = lengthField(3)
const PARENT_SPAN_ID = lengthField(4)
const NAME = lengthField(5)
const KIND = varintField(6)
const START_TIME = fixed64Field(7)
const END_TIME = fixed64Field(8)
const ATTRIBUTES = lengthField(9)
const DROPPED_ATTRIBUTES = varintField(10)
const EVENTS = lengthField(11)
const DROPPED_EVENTS = varintField(12)
const LINKS = lengthField(13)
const DROPPED_LINKS = varintField(14)
const STATUS = lengthField(15)
const FLAGS = fixed32Field(16)
// Span.Event
const EVENT_TIME = fixed64Field(1)
const EVENT_NAME = lengthField(2)
const EVENT_ATTRIBUTES = lengthField(3)
const EVENT_DROPPED_ATTRIBUTES = varintField(4)
// Span.Link
const LINK_ATTRIBUTES = lengthField(4)
const LINK_DROPPED_ATTRIBUTES = varintField(5)
const LINK_FLAGS = fixed32Field(6)
// Status
const STATUS_MESSAGE = lengthField(2)
const STATUS_CODE = varintField(3)

/**
 * Writes the fields of an OTLP Span.
 * @throws INVALID_IDS when its trace id or span id is not one
 */
export function writeSpan(writer: ProtobufWriter, span: SpanLike): void {
  const spanContext = span.spanContext()
  const parent = span.parentSpanContext
  if (!writeContext(writer, spanContext)) throw INVALID_IDS
  if (parent !== undefined) writeId(writer, PARENT_SPAN_ID, parent.spanId, 8)
  writer.tag(NAME)
  writer.text(nameOf(span.name))
  writer.tag(KIND)
  // OTLP keeps 0 for "unspecified", which the API's enumeration does not have.
  writer.varint(span.kind == null ? 0 : span.kind + 1)
  writer.tag(START_TIME)
  writer.time(span.startTime)
  writer.tag(END_TIME)
  writer.time(span.endTime)
  writeAttributes(writer, ATTRIBUTES, span.attributes)
  writeCount(writer, DROPPED_ATTRIBUTES, span.droppedAttributesCount)
  for (let i = 0; i < span.events.length; i++) writeEvent(writer, span.events[i]!)
  writeCount(writer, DROPPED_EVENTS, span.droppedEventsCount)
  for (let i = 0; i < span.links.length; i++) writeLink(writer, span.links[i]!)
  writeCount(writer, DROPPED_LINKS, span.droppedLinksCount)
  writeStatus(writer, span.status)
  writer.tag(FLAGS)
  writer.fixed32(spanFlags(spanContext.traceFlags, parent?.isRemote))
}

/**
 * The fields that Span and Span.Link have in common, with the same numbers. Returns false when an
 * id is not valid.
 */
function writeContext(writer: ProtobufWriter, spanContext: SpanContext): boolean {
  const { traceId, spanId } = spanContext
  if (!writeId(writer, TRACE_ID, traceId, 16) || !writeId(writer, SPAN_ID, spanId, 8)) return false
  const traceState = traceStateOf(spanContext.traceState)
  if (traceState) {
    writer.tag(TRACE_STATE)
    writer.text(traceState)
  }
  return true
}

/** Writes an id field, or nothing, and returns false, when the id is not one. */
export function writeId(writer: ProtobufWriter, tag: number, hex: string, length: number): boolean {
  const start = writer.position
  writer.tag(tag)
  if (writer.id(hex, length)) return true
  writer.position = start
  return false
}

function writeEvent(writer: ProtobufWriter, event: EventLike): void {
  writer.tag(EVENTS)
  const mark = writer.begin()
  writer.tag(EVENT_TIME)
  writer.time(event.time)
  writer.tag(EVENT_NAME)
  writer.text(nameOf(event.name))
  if (event.attributes) writeAttributes(writer, EVENT_ATTRIBUTES, event.attributes)
  writeCount(writer, EVENT_DROPPED_ATTRIBUTES, event.droppedAttributesCount)
  writer.end(mark)
}

/** A link to nowhere says nothing, so one without valid ids is left out. */
function writeLink(writer: ProtobufWriter, link: LinkLike): void {
  const start = writer.position
  writer.tag(LINKS)
  const mark = writer.begin()
  if (!writeContext(writer, link.context)) {
    writer.position = start
    return
  }
  if (link.attributes) writeAttributes(writer, LINK_ATTRIBUTES, link.attributes)
  writeCount(writer, LINK_DROPPED_ATTRIBUTES, link.droppedAttributesCount)
  writer.tag(LINK_FLAGS)
  writer.fixed32(spanFlags(link.context.traceFlags, link.context.isRemote))
  writer.end(mark)
}

function writeStatus(writer: ProtobufWriter, status: SpanLike['status']): void {
  writer.tag(STATUS)
  const mark = writer.begin()
  if (status.message) {
    writer.tag(STATUS_MESSAGE)
    writer.text(cutText(status.message, MAX_TEXT_LENGTH))
  }
  writeCount(writer, STATUS_CODE, status.code)
  writer.end(mark)
}

/** Zero is protobuf's default and needs no bytes. */
export function writeCount(writer: ProtobufWriter, tag: number, count: number | undefined): void {
  if (count === undefined || !(count > 0)) return
  writer.tag(tag)
  writer.varint(count)
}
