import type { LogRecordLike, ResourceLike, ScopeLike, SpanLike } from '../../telemetry'
import { ByteWriter } from '../byte-writer'
import type { Format } from '../format'
import { headerAttributes, nameOf } from '../limits'
import { budget, type JsonObject, jsonAttributes, jsonText } from './any-value'
import { jsonLogRecord } from './log-record'
import { jsonSpan } from './span'

/** Spans as OTLP/JSON. */
export const jsonSpans = jsonFormat<SpanLike>(
  { resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans' },
  jsonSpan,
)
/** Log records as OTLP/JSON. */
export const jsonLogRecords = jsonFormat<LogRecordLike>(
  { resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords' },
  jsonLogRecord,
)

/**
 * OTLP/JSON, the exception among our formats: an item is still encoded once, at its end, but as
 * text through `JSON.stringify`. Every item and every scope is followed by a comma; whoever frames
 * them cuts the last one off.
 */
function jsonFormat<Item>(
  names: { readonly resources: string; readonly scopes: string; readonly items: string },
  toJson: (item: Item) => JsonObject,
): Format<Item> {
  return {
    contentType: 'application/json',
    newWriter: () => new ByteWriter(),
    writeItem(writer, item) {
      writer.utf8(`${JSON.stringify(budget.ofItem(() => toJson(item)))},`)
    },
    scopeHeader: (scope) =>
      budget.ofItem(() =>
        openArray({ scope: jsonScope(scope), schemaUrl: jsonText(nameOf(scope.schemaUrl)) }, names.items),
      ),
    scope: (header, items) => [Buffer.from('{'), header, withoutLastByte(items), Buffer.from(']},')],
    resourceHeader: (resource) => budget.ofItem(() => openArray(jsonResource(resource), names.scopes)),
    request: (header, scopes) => [
      Buffer.from(`{"${names.resources}":[{`),
      header,
      withoutLastByte(scopes),
      Buffer.from(']}]}'),
    ],
  }
}

/** The members of `fields` and the beginning of a further one, which is an array. */
function openArray(fields: JsonObject, arrayName: string): Buffer {
  return Buffer.from(`${JSON.stringify(fields).slice(1, -1)},"${arrayName}":[`)
}

function jsonScope(scope: ScopeLike): JsonObject {
  return {
    name: jsonText(nameOf(scope.name)),
    version: jsonText(nameOf(scope.version)),
    attributes: scope.attributes ? jsonAttributes(headerAttributes(scope.attributes)) : undefined,
    droppedAttributesCount: scope.droppedAttributesCount,
  }
}

function jsonResource(resource: ResourceLike): JsonObject {
  return {
    resource: { attributes: jsonAttributes(headerAttributes(resource.attributes)) },
    schemaUrl: jsonText(nameOf(resource.schemaUrl)),
  }
}

function withoutLastByte(bytes: Buffer): Buffer {
  return bytes.subarray(0, -1)
}
