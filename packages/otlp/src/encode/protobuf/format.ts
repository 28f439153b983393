import type { AttributesLike, LogRecordLike, ResourceLike, ScopeLike, SpanLike } from '../../telemetry'
import type { Format } from '../format'
import { headerAttributes, nameOf } from '../limits'
import { budget, writeAttributes } from './any-value'
import { writeLogRecord } from './log-record'
import { writeCount, writeSpan } from './span'
import { lengthField, ProtobufWriter, varintField } from './writer'

// ExportTraceServiceRequest and ExportLogsServiceRequest, ResourceSpans and ResourceLogs,
// ScopeSpans and ScopeLogs: the messages of both signals have the same shape and the same numbers.
const RESOURCE_ITEMS = lengthField(1)
const RESOURCE = lengthField(1)
const SCOPE_ITEMS = lengthField(2)
const SCOPE = lengthField(1)
const ITEMS = lengthField(2)
const SCHEMA_URL = lengthField(3)
// Resource
const RESOURCE_ATTRIBUTES = lengthField(1)
// InstrumentationScope
const SCOPE_NAME = lengthField(1)
const SCOPE_VERSION = lengthField(2)
const SCOPE_ATTRIBUTES = lengthField(3)
const SCOPE_DROPPED_ATTRIBUTES = varintField(4)

/** Spans as OTLP protobuf. */
export const protobufSpans: Format<SpanLike, ProtobufWriter> = protobufFormat(writeSpan)
/** Log records as OTLP protobuf. */
export const protobufLogRecords: Format<LogRecordLike, ProtobufWriter> = protobufFormat(writeLogRecord)

function protobufFormat<Item>(
  writeMessage: (writer: ProtobufWriter, item: Item) => void,
): Format<Item, ProtobufWriter> {
  return {
    contentType: 'application/x-protobuf',
    newWriter: () => new ProtobufWriter(),
    writeItem(writer, item) {
      writer.tag(ITEMS)
      // Most spans and log records take 128 bytes to 16 KiB, for which two bytes of length are
      // right.
      const mark = writer.begin(2)
      budget.enter()
      try {
        writeMessage(writer, item)
      } finally {
        budget.leave()
      }
      writer.end(mark, 2)
    },
    scopeHeader: (scope) => budget.ofItem(() => scopeHeader(scope)),
    scope: (header, items) => frame(SCOPE_ITEMS, header, items),
    resourceHeader: (resource) => budget.ofItem(() => resourceHeader(resource)),
    request: (header, scopes) => frame(RESOURCE_ITEMS, header, scopes),
  }
}

/**
 * A message whose own fields are already encoded: protobuf allows them in any order, so the header
 * can stand before the repeated part.
 */
function frame(tag: number, header: Buffer, content: Buffer): Buffer[] {
  const writer = new ProtobufWriter(16)
  writer.tag(tag)
  writer.varint(header.length + content.length)
  return [writer.takeFrom(0), header, content]
}

function scopeHeader(scope: ScopeLike): Buffer {
  const writer = new ProtobufWriter()
  writer.tag(SCOPE)
  const mark = writer.begin()
  writeText(writer, SCOPE_NAME, scope.name)
  writeText(writer, SCOPE_VERSION, scope.version)
  if (scope.attributes) writeAttributes(writer, SCOPE_ATTRIBUTES, headerAttributes(scope.attributes))
  writeCount(writer, SCOPE_DROPPED_ATTRIBUTES, scope.droppedAttributesCount)
  writer.end(mark)
  writeText(writer, SCHEMA_URL, scope.schemaUrl)
  return writer.takeFrom(0)
}

function resourceHeader(resource: ResourceLike): Buffer {
  const writer = new ProtobufWriter()
  const attributes: AttributesLike = headerAttributes(resource.attributes)
  writer.tag(RESOURCE)
  const mark = writer.begin(2)
  writeAttributes(writer, RESOURCE_ATTRIBUTES, attributes)
  writer.end(mark, 2)
  writeText(writer, SCHEMA_URL, resource.schemaUrl)
  return writer.takeFrom(0)
}

function writeText(writer: ProtobufWriter, tag: number, text: string | undefined): void {
  if (!text) return
  writer.tag(tag)
  writer.text(nameOf(text))
}
