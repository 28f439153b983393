import {
  type Attributes,
  type AttributeValue,
  type Context,
  type Exception,
  type HrTime,
  type Link,
  type Span,
  type SpanContext,
  type SpanKind,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
} from '@opentelemetry/api'
import { hrTimeDuration, type InstrumentationScope } from '@opentelemetry/core'
import type { Resource } from '@opentelemetry/resources'
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace-node'
import {
  allowedOfSpan,
  cutKey,
  MAX_LOOKS,
  NOT_ALLOWED,
  noteInvalid,
  plainCopy,
  readAttribute,
  truncated,
} from '../attribute-limits'
import { EPOCH, epochOf, toHrTime } from '../clock'
import { readException } from '../exception-attributes'
import { isIndexed } from '../indexed'
import { type ListedSpan, NEWER, OLDER } from './open-spans'
import { linkedContext, MAX_LINKS, newEvent, newLink, noteEndedSpan, readStatus, validEnd } from './span-input'
import { spanName } from './span-name'
import type { SpanOrigin, SpanStart } from './span-start'
import { spanTime } from './span-time'

/**
 * An ended span drops a name or a status message that is longer than this, in UTF-16 code units.
 */
const MAX_KEPT_TEXT = 1024

const NOT_ENDED = Object.freeze<HrTime>([0, 0]) as HrTime

/**
 * A span that records. Processors, samplers and exporters see a span of the SDK's shape and
 * behaviour (a property test compares both) at a third of the cost: the SDK copies and checks the
 * same attributes several times.
 *
 * The context in which the span was active keeps the span, and whatever was made in that context
 * keeps the context: a connection pool, for one, lives as long as the process. Where no processor
 * keeps ended spans, the span therefore drops its details once all processors have seen it.
 *
 * @see https://opentelemetry.io/docs/specs/otel/trace/sdk/
 */
export class HeddleSpan implements Span, ReadableSpan, ListedSpan {
  name: string
  readonly kind: SpanKind
  readonly parentSpanContext?: SpanContext
  attributes: Attributes
  links: Link[] = []
  events: TimedEvent[] = []
  readonly startTime: HrTime
  endTime: HrTime = NOT_ENDED
  status: SpanStatus = { code: SpanStatusCode.UNSET }
  readonly resource: Resource
  readonly instrumentationScope: InstrumentationScope
  /** `undefined` for a span with a given start time: its later times follow the wall clock too. */
  readonly [EPOCH]: number | undefined;
  [OLDER]: ListedSpan | undefined = undefined;
  [NEWER]: ListedSpan | undefined = undefined
  readonly #origin: SpanOrigin
  readonly #spanContext: SpanContext
  #duration: HrTime | undefined
  #ended = false
  #attributeCount = 0
  #droppedAttributes = 0
  #droppedEvents = 0
  #droppedLinks = 0

  constructor(origin: SpanOrigin, start: SpanStart) {
    this.name = spanName(start.name)
    this.kind = start.kind
    if (start.parentSpanContext !== undefined) this.parentSpanContext = start.parentSpanContext
    const isStartGiven = start.startTime !== undefined && start.startTime !== null
    this[EPOCH] = isStartGiven ? undefined : start.epoch
    this.startTime = isStartGiven ? spanTime(start.startTime, start.epoch) : toHrTime(start.epoch + start.tick)
    this.resource = origin.resource
    this.instrumentationScope = origin.scope
    this.#origin = origin
    this.#spanContext = start.spanContext
    const plain = plainCopy(start.attributes, origin.limits)
    this.attributes = plain?.attributes ?? {}
    if (plain === undefined && typeof start.attributes === 'object') this.setAttributes(start.attributes)
    else if (plain !== undefined) this.#attributeCount = plain.count
    this.#droppedLinks = start.droppedLinks
    if (start.links !== undefined) this.addLinks(start.links)
  }

  /** Tells the processors, once the span is whole. */
  begin(parentContext: Context): this {
    this.#origin.processors.onStart(this, parentContext)
    return this
  }

  spanContext(): SpanContext {
    return this.#spanContext
  }

  setAttribute(name: string, value?: AttributeValue): this {
    if (value === undefined || this.#isOver()) return this
    const valid = typeof name !== 'string' || name === '' || name === '__proto__' ? NOT_ALLOWED : allowedOfSpan(value)
    if (valid === NOT_ALLOWED) {
      noteInvalid(name)
      return this
    }
    const key = cutKey(name)
    const { attributeCount, attributeValueLength } = this.#origin.limits
    const isNew = !Object.hasOwn(this.attributes, key)
    if (isNew && this.#attributeCount >= attributeCount) {
      this.#droppedAttributes++
      return this
    }
    this.attributes[key] = truncated(valid as AttributeValue, attributeValueLength)
    if (isNew) this.#attributeCount++
    return this
  }

  setAttributes(attributes: Attributes): this {
    try {
      if (isIndexed(attributes)) return this
      let looks = 0
      for (const key in attributes) {
        if (!Object.hasOwn(attributes, key)) continue
        if (++looks > MAX_LOOKS) this.#droppedAttributes++
        else this.setAttribute(key, readAttribute(attributes, key) as AttributeValue)
      }
    } catch {
      // A proxy that does not let itself be listed has no attributes.
      noteInvalid('attributes')
    }
    return this
  }

  addEvent(name: string, attributesOrTime?: Attributes | TimeInput, time?: TimeInput): this {
    if (this.#isOver()) return this
    const { limits } = this.#origin
    if (this.events.length >= limits.eventCount) this.#droppedEvents++
    if (limits.eventCount === 0) return this
    // The oldest event makes room.
    if (this.events.length >= limits.eventCount) this.events.shift()
    // A getter among the attributes may end the span, which drops this list.
    const { events } = this
    events.push(newEvent(this, limits, name, attributesOrTime, time))
    return this
  }

  addLink(link: Link): this {
    if (this.#isOver()) return this
    const linked = linkedContext(link)
    if (linked === undefined) {
      this.#droppedLinks++
      return this
    }
    const { limits } = this.#origin
    if (this.links.length >= limits.linkCount) this.#droppedLinks++
    if (limits.linkCount === 0) return this
    if (this.links.length >= limits.linkCount) this.links.shift()
    // As above.
    const { links } = this
    links.push(newLink(linked, link, limits))
    return this
  }

  addLinks(links: readonly Link[]): this {
    // The last links are kept, as if each link had been added.
    const first = Math.max(0, links.length - MAX_LINKS)
    this.#droppedLinks += first
    for (let i = first; i < links.length; i++) this.addLink(links[i]!)
    return this
  }

  /** OK is final, and UNSET says nothing. */
  setStatus(status: SpanStatus): this {
    const valid = readStatus(status)
    if (this.#isOver() || valid.code === SpanStatusCode.UNSET || this.status.code === SpanStatusCode.OK) return this
    this.status = valid
    return this
  }

  updateName(name: string): this {
    if (!this.#isOver()) this.name = spanName(name)
    return this
  }

  recordException(exception: Exception, time?: TimeInput): void {
    const attributes = readException(exception)
    if (attributes === undefined) return
    const { onException } = this.#origin
    const isEvent = onException === undefined || this.#ended || onException(this, attributes, time)
    if (isEvent) this.addEvent('exception', attributes, time)
  }

  isRecording(): boolean {
    return !this.#ended
  }

  end(endTime?: TimeInput): void {
    if (this.#isOver()) return
    this.endTime = validEnd(this.startTime, spanTime(endTime, epochOf(this)), this.name)
    const { processors } = this.#origin
    processors.onEnding(this)
    this.#ended = true
    processors.onEnd(this)
    if (this.#origin.exportOnly) this.#dropDetails()
  }

  get duration(): HrTime {
    if (this.endTime === NOT_ENDED) return [-1, -1]
    // Nobody asks for it where spans leave over OTLP.
    this.#duration ??= hrTimeDuration(this.startTime, this.endTime)
    return this.#duration
  }
  get ended(): boolean {
    return this.#ended
  }
  get droppedAttributesCount(): number {
    return this.#droppedAttributes
  }
  get droppedEventsCount(): number {
    return this.#droppedEvents
  }
  get droppedLinksCount(): number {
    return this.#droppedLinks
  }

  #dropDetails(): void {
    this.attributes = {}
    if (this.events.length > 0) this.events = []
    if (this.links.length > 0) this.links = []
    if (this.name.length > MAX_KEPT_TEXT) this.name = ''
    const { code, message } = this.status
    if (message !== undefined && message.length > MAX_KEPT_TEXT) this.status = { code }
  }

  #isOver(): boolean {
    if (this.#ended) noteEndedSpan(this.name, this.#spanContext.spanId)
    return this.#ended
  }
}
