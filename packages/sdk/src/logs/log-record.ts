import {
  type Context,
  type HrTime,
  isSpanContextValid,
  type Span,
  type SpanContext,
  type TimeInput,
  trace,
} from '@opentelemetry/api'
import type { AnyValue, AnyValueMap, LogAttributes, LogBody, LogRecord, SeverityNumber } from '@opentelemetry/api-logs'
import { type InstrumentationScope, isTimeInput, timeInputToHrTime } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import { cutKey, MAX_LOOKS } from '../attribute-limits'
import { epochOf, timeOf } from '../clock'
import { exceptionAttributes } from '../exception-attributes'
import { ignoredCalls } from '../ignored-calls'
import { isIndexed } from '../indexed'
import { shownText } from '../shown-text'
import { HeddleSpan } from '../trace/span'
import { type LogRecordLimits, ValueCopies } from './log-attributes'
import { type DescribeValue, readValue } from './nested-copy'
import { cutScalar, isScalar } from './scalar'

/** The parts that all records of one logger share. */
export interface LogOrigin {
  readonly scope: InstrumentationScope
  readonly resource: Resource
  readonly limits: LogRecordLimits
  readonly describe: DescribeValue
}

/**
 * An emitted log record, of the SDK's shape and behaviour: processors may change the record while
 * it is emitted, and only read it afterwards. A property test compares both.
 *
 * @see https://opentelemetry.io/docs/specs/otel/logs/sdk/
 */
export class HeddleLogRecord {
  readonly resource: Resource
  readonly instrumentationScope: InstrumentationScope
  readonly attributes: LogAttributes = {}
  readonly #origin: LogOrigin
  #values: ValueCopies | undefined
  #hrTime: HrTime
  #hrTimeObserved: HrTime
  #spanContext: SpanContext | undefined
  #severityNumber: SeverityNumber | undefined
  #severityText: string | undefined
  #body: LogBody | undefined
  #eventName: string | undefined
  #attributeCount = 0
  #droppedAttributes = 0
  #isEmitted = false

  constructor(origin: LogOrigin, record: LogRecord, context: Context) {
    this.resource = origin.resource
    this.instrumentationScope = origin.scope
    this.#origin = origin
    const { timestamp, observedTimestamp, attributes, exception } = record
    const span = trace.getSpan(context)
    const now = timeOf(epochOf(span))
    this.#hrTime = givenTime(timestamp) ?? now
    this.#hrTimeObserved = givenTime(observedTimestamp) ?? now
    this.#spanContext = validSpanContext(span)
    this.#severityNumber = record.severityNumber
    this.#severityText = record.severityText
    this.#body = record.body
    this.#eventName = record.eventName
    if (attributes) this.setAttributes(attributes)
    if (exception !== undefined && exception !== null) this.#setException(exception)
  }

  setAttribute(name: string, value?: unknown): this {
    if (value === undefined || this.#isOver()) return this
    if (typeof name !== 'string' || name === '' || name === '__proto__') {
      ignoredCalls.note('logAttribute', () => `the log attribute ${shownText(name)} is left out: its key is not valid`)
      return this
    }
    const key = cutKey(name)
    const isNew = !Object.hasOwn(this.attributes, key)
    if (isNew && this.#attributeCount >= this.#origin.limits.attributeCount) {
      this.#droppedAttributes++
      return this
    }
    ;(this.attributes as AnyValueMap)[key] = this.#copyOf(value)
    if (isNew) this.#attributeCount++
    return this
  }

  setAttributes(attributes: LogAttributes): this {
    if (isIndexed(attributes)) {
      ignoredCalls.note('logAttribute', () => 'an array, bytes or a text in the place of log attributes is left out')
      return this
    }
    let looks = 0
    for (const key in attributes) {
      if (!Object.hasOwn(attributes, key)) continue
      // Each may be a getter, and a proxy may have any number of them.
      if (++looks > MAX_LOOKS) this.#droppedAttributes++
      else this.setAttribute(key, readValue(attributes, key))
    }
    return this
  }

  setBody(body: LogBody): this {
    this.body = body
    return this
  }

  setEventName(eventName: string): this {
    if (!this.#isOver()) this.#eventName = eventName
    return this
  }

  setSeverityNumber(severityNumber: SeverityNumber): this {
    this.severityNumber = severityNumber
    return this
  }

  setSeverityText(severityText: string): this {
    this.severityText = severityText
    return this
  }

  /** Makes the record read-only. */
  seal(): void {
    this.#isEmitted = true
  }

  get hrTime(): HrTime {
    return this.#hrTime
  }
  set hrTime(hrTime: HrTime) {
    if (!this.#isOver()) this.#hrTime = hrTime
  }

  get hrTimeObserved(): HrTime {
    return this.#hrTimeObserved
  }
  set hrTimeObserved(hrTimeObserved: HrTime) {
    if (!this.#isOver()) this.#hrTimeObserved = hrTimeObserved
  }

  get spanContext(): SpanContext | undefined {
    return this.#spanContext
  }
  set spanContext(spanContext: SpanContext | undefined) {
    if (!this.#isOver()) this.#spanContext = spanContext
  }

  get severityNumber(): SeverityNumber | undefined {
    return this.#severityNumber
  }
  set severityNumber(severityNumber: SeverityNumber | undefined) {
    if (!this.#isOver()) this.#severityNumber = severityNumber
  }

  get severityText(): string | undefined {
    return this.#severityText
  }
  set severityText(severityText: string | undefined) {
    if (!this.#isOver()) this.#severityText = severityText
  }

  get body(): LogBody | undefined {
    return this.#body
  }
  set body(body: LogBody | undefined) {
    if (!this.#isOver()) this.#body = body
  }

  get eventName(): string | undefined {
    return this.#eventName
  }
  get droppedAttributesCount(): number {
    return this.#droppedAttributes
  }

  /** Attributes of the exception replace none that the app has set. */
  #setException(exception: unknown): void {
    const attributes = exceptionAttributes(typeof exception === 'number' ? String(exception) : exception)
    for (const key in attributes) if (!Object.hasOwn(this.attributes, key)) this.setAttribute(key, attributes[key])
  }

  #copyOf(value: unknown): AnyValue {
    const { limits, describe } = this.#origin
    if (isScalar(value)) return cutScalar(value, limits.attributeValueLength)
    this.#values ??= new ValueCopies(limits.attributeValueLength, describe)
    return this.#values.of(value)
  }

  #isOver(): boolean {
    if (this.#isEmitted)
      ignoredCalls.note('emittedLog', () => 'a log record cannot be changed once it is emitted, and is not')
    return this.#isEmitted
  }
}

/** Plain JavaScript can put anything where a time belongs; what is none is left out. */
export function givenTime(given: TimeInput | undefined): HrTime | undefined {
  return isTimeInput(given) ? timeInputToHrTime(given) : undefined
}

/**
 * The ids of the span that a record belongs to. A `HeddleSpan` has valid ids, and needs no check.
 */
export function validSpanContext(span: Span | undefined): SpanContext | undefined {
  const spanContext = span?.spanContext()
  if (spanContext === undefined) return undefined
  return span instanceof HeddleSpan || isSpanContextValid(spanContext) ? spanContext : undefined
}
