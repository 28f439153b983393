import { type Context, type HrTime, type SpanContext, trace } from '@opentelemetry/api'
import type { LogAttributes, LogBody, LogRecord, SeverityNumber } from '@opentelemetry/api-logs'
import type { InstrumentationScope } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import { epochOf, readTime } from '../clock'
import { isIndexed } from '../indexed'
import type { LogRecordLimits } from './log-attributes'
import { givenTime, type LogOrigin, validSpanContext } from './log-record'
import { isScalar } from './scalar'

/**
 * The log records of a logger whose only processor is our own exporter. The exporter has encoded a
 * record when `onEmit` returns, so that one object serves for all records, one after the other, and
 * no attribute is copied: nobody can change an attribute meanwhile.
 *
 * The object takes records of scalars alone. Other values need the copies and the checks of a
 * `HeddleLogRecord`, and reading such a value may run code of the app, which may log.
 */
export class ReusedLogRecord {
  readonly resource: Resource
  readonly instrumentationScope: InstrumentationScope
  readonly droppedAttributesCount = 0
  hrTime: HrTime = [0, 0]
  hrTimeObserved: HrTime = [0, 0]
  spanContext: SpanContext | undefined
  severityNumber: SeverityNumber | undefined
  severityText: string | undefined
  body: LogBody | undefined
  eventName: string | undefined
  attributes: LogAttributes = {}
  readonly #limits: LogRecordLimits
  /** One for all records: none of them is there any more when it changes. */
  readonly #now: HrTime = [0, 0]

  constructor({ scope, resource, limits }: LogOrigin) {
    this.instrumentationScope = scope
    this.resource = resource
    this.#limits = limits
  }

  /**
   * Becomes this record. @returns false, and holds no record then, if the record holds more than
   * scalars
   */
  fill(record: LogRecord, context: Context): boolean {
    const { timestamp, observedTimestamp, body, attributes, exception } = record
    if ((exception !== undefined && exception !== null) || !isScalar(body)) return false
    if (attributes !== undefined && !this.#isPlain(attributes)) return false
    const span = trace.getSpan(context)
    const now = this.#now
    readTime(epochOf(span), now)
    this.hrTime = timestamp === undefined ? now : (givenTime(timestamp) ?? now)
    this.hrTimeObserved = observedTimestamp === undefined ? now : (givenTime(observedTimestamp) ?? now)
    this.spanContext = validSpanContext(span)
    this.severityNumber = record.severityNumber
    this.severityText = record.severityText
    this.body = body
    this.eventName = record.eventName
    this.attributes = attributes ?? NO_ATTRIBUTES
    return true
  }

  /** Nothing of the record is kept until the logger's next one, which may never come. */
  forget(): void {
    this.spanContext = this.body = undefined
    this.attributes = NO_ATTRIBUTES
  }

  #isPlain(attributes: LogAttributes): boolean {
    const { attributeCount, attributeValueLength } = this.#limits
    let count = 0
    if (isIndexed(attributes)) return false
    try {
      for (const key in attributes) {
        const value = attributes[key]
        // `undefined` is no value, and is left out by the copy.
        if (value === undefined || !isScalar(value)) return false
        if (key === '' || key === '__proto__' || ++count > attributeCount) return false
        if (typeof value === 'string' && value.length > attributeValueLength) return false
      }
      return true
    } catch {
      // A getter of the app's: a `HeddleLogRecord` says so in its place.
      return false
    }
  }
}

const NO_ATTRIBUTES: LogAttributes = {}
