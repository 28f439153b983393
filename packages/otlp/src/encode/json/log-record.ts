import type { LogRecordLike } from '../../telemetry'
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
    severityText: jsonText(record.severityText),
    body: record.body === undefined ? undefined : jsonAnyValue(record.body),
    eventName: jsonText(record.eventName),
    attributes: jsonAttributes(record.attributes),
    droppedAttributesCount: record.droppedAttributesCount,
    flags: spanContext?.traceFlags,
    traceId: ids?.traceId,
    spanId: ids?.spanId,
  }
}
