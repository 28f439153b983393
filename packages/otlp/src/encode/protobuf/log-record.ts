import type { SpanContext } from '@opentelemetry/api'
import type { LogRecordLike } from '../../telemetry'
import { nameOf } from '../limits'
import { writeAnyValue, writeAttributes } from './any-value'
import { writeCount, writeId } from './span'
import { fixed32Field, fixed64Field, lengthField, type ProtobufWriter, varintField } from './writer'

// opentelemetry.proto.logs.v1.LogRecord
const TIME = fixed64Field(1)
const SEVERITY_NUMBER = varintField(2)
const SEVERITY_TEXT = lengthField(3)
const BODY = lengthField(5)
const ATTRIBUTES = lengthField(6)
const DROPPED_ATTRIBUTES = varintField(7)
const FLAGS = fixed32Field(8)
const TRACE_ID = lengthField(9)
const SPAN_ID = lengthField(10)
const OBSERVED_TIME = fixed64Field(11)
const EVENT_NAME = lengthField(12)

/** Writes the fields of an OTLP LogRecord. */
export function writeLogRecord(writer: ProtobufWriter, record: LogRecordLike): void {
  writer.tag(TIME)
  writer.time(record.hrTime)
  writer.tag(OBSERVED_TIME)
  writer.time(record.hrTimeObserved)
  writeCount(writer, SEVERITY_NUMBER, record.severityNumber)
  if (record.severityText) {
    writer.tag(SEVERITY_TEXT)
    writer.text(nameOf(record.severityText))
  }
  if (record.body !== undefined) {
    writer.tag(BODY)
    const mark = writer.begin()
    writeAnyValue(writer, record.body)
    writer.end(mark)
  }
  writeAttributes(writer, ATTRIBUTES, record.attributes)
  writeCount(writer, DROPPED_ATTRIBUTES, record.droppedAttributesCount)
  if (record.eventName) {
    writer.tag(EVENT_NAME)
    writer.text(nameOf(record.eventName))
  }
  writeTraceContext(writer, record)
}

/**
 * The ids of the span that the last record was of: mostly there are several in one, and to copy
 * them is a fifth of the work.
 */
const known = Buffer.alloc(64)
let knownContext: SpanContext | undefined
let knownIds = known.subarray(0, 0)

function writeTraceContext(writer: ProtobufWriter, { spanContext }: LogRecordLike): void {
  if (spanContext === undefined) return
  if (spanContext === knownContext) {
    writer.append(knownIds)
    return
  }
  const start = writer.position
  writeIds(writer, spanContext)
  const length = writer.bytes.copy(known, 0, start, writer.position)
  if (length !== knownIds.length) knownIds = known.subarray(0, length)
  knownContext = spanContext
}

function writeIds(writer: ProtobufWriter, spanContext: SpanContext): void {
  if (writeId(writer, TRACE_ID, spanContext.traceId, 16)) writeId(writer, SPAN_ID, spanContext.spanId, 8)
  if (spanContext.traceFlags) {
    writer.tag(FLAGS)
    writer.fixed32(spanContext.traceFlags)
  }
}
