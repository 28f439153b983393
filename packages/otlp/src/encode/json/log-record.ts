import type { LogRecordLike } from '../../telemetry'
import { nameOf } from '../limits'
import { type JsonObject, jsonAnyValue, jsonAttributes, jsonText, jsonTime } from './any-value'
import { hasIds } from './span'

/** A log record as OTLP/JSON. */
export function jsonLogRecord(record: LogRecordLike): JsonObject {
  const spanContext = record.spanContext
  const ids = spanContext && hasIds(spanContext) ? spanContext : undefined
  return {
    timeUnixNano: jsonTime(record.hrTime),
    observedTimeUnixNano: jsonTime(record.hrTimeObserved),
    severityNumber: record.severityNumber,
    severityText: jsonText(nameOf(record.severityText)),
    body: record.body === undefined ? undefined : jsonAnyValue(record.body),
    eventName: jsonText(nameOf(record.eventName)),
    attributes: jsonAttributes(record.attributes),
    droppedAttributesCount: record.droppedAttributesCount,
    flags: spanContext?.traceFlags,
    traceId: ids?.traceId,
    spanId: ids?.spanId,
  }
}
