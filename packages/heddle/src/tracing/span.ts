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
import { shownText } from '../diagnostics/shown-text'
import { exceptionAttributes } from '../exception-attributes'
import { type ListedSpan, NEWER, OLDER } from '../open-spans'
import { ignoredCalls } from '../otel-api/ignored-calls'
import {
  allowed,
  cutKey,
  limited,
  MAX_LOOKS,
  NOT_ALLOWED,
  noteInvalid,
  plainCopy,
  readAttribute,
  truncated,
} from './attribute-limits'
import { EPOCH, epochOf, toHrTime } from './clock'
import { isIndexed } from './indexed'
import type { SpanLimits } from './span-limits'
import { spanName } from './span-name'
import type { SpanProcessors } from './span-processors'
import { endsBefore, isTime, spanTime } from './span-time'

/** What all spans of one tracer share. */
export interface SpanOrigin {
  readonly scope: InstrumentationScope
  readonly resource: Resource
  readonly limits: SpanLimits
  readonly processors: SpanProcessors
  /** That no processor looks at a span again after its `onEnd`. */
  readonly exportOnly: boolean
}

/** What the tracer has decided about one span. */
export interface SpanStart {
  readonly name: string
  readonly kind: SpanKind
  readonly spanContext: SpanContext
  readonly parentSpanContext: SpanContext | undefined
  readonly attributes: Attributes
  readonly links: readonly Link[] | undefined
  /** How many of those that were given are not among them. */
  readonly droppedLinks: number
  /** As the official SDK does, `null` is taken for nothing too. */
  readonly startTime: TimeInput | undefined
  /** What the times of its trace are told by. */
  readonly epoch: number
  /** When it starts, if no other time was given: what `performance.now()` said. */
  readonly tick: number
}

/** Of one list, the last. Those before them are counted as dropped, unseen: a list may claim any length. */
export const MAX_LINKS = 10_000

/** Longer texts an ended span lets go of too, in UTF-16 code units. */
const MAX_KEPT_TEXT = 1024

const NOT_ENDED = Object.freeze<HrTime>([0, 0]) as HrTime

/**
 * A span that records. To processors, samplers and exporters it is what the SDK's own is, by shape and by behaviour (a property test holds the
 * two side by side), and it costs a third: most of what the SDK spends goes into copying and checking the same attributes several times.
 *
 * The context that it was active in keeps it, and whatever was made in there keeps that context, be it a pool that lives as long as the
 * process. Where no processor keeps ended spans, it therefore lets go of what it has been told when all of them have seen it.
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
  /** `undefined` once a start was given: then the later times are those of the wall clock, which that start is by. */
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
    if (value === undefined || value === null || this.#isOver()) return this
    const valid = typeof name !== 'string' || name === '' || name === '__proto__' ? NOT_ALLOWED : allowed(value)
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
    const { eventCount, attributePerEventCount, attributeValueLength } = this.#origin.limits
    if (this.events.length >= eventCount) this.#droppedEvents++
    if (eventCount === 0) return this
    // The oldest goes.
    if (this.events.length >= eventCount) this.events.shift()
    const isTimeGiven = isTime(attributesOrTime)
    const { attributes, droppedCount } = limited(
      isTimeGiven ? undefined : attributesOrTime,
      attributePerEventCount,
      attributeValueLength,
    )
    const given = isTimeGiven && !isTime(time) ? attributesOrTime : time
    this.events.push({
      name: spanName(name),
      attributes,
      time: this.#timeAt(given),
      droppedAttributesCount: droppedCount,
    })
    return this
  }

  addLink(link: Link): this {
    if (this.#isOver()) return this
    const linked = contextOf(link)
    if (linked === undefined) {
      this.#droppedLinks++
      return this
    }
    const { linkCount, attributePerLinkCount, attributeValueLength } = this.#origin.limits
    if (this.links.length >= linkCount) this.#droppedLinks++
    if (linkCount === 0) return this
    if (this.links.length >= linkCount) this.links.shift()
    const { attributes, count, droppedCount } = limited(
      readAttribute(link, 'attributes'),
      attributePerLinkCount,
      attributeValueLength,
    )
    const added: Link = { context: linked }
    if (count > 0) added.attributes = attributes
    if (droppedCount > 0) added.droppedAttributesCount = droppedCount
    this.links.push(added)
    return this
  }

  addLinks(links: readonly Link[]): this {
    // Of too many the last ones are kept, as they would be if each was added.
    const first = Math.max(0, links.length - MAX_LINKS)
    this.#droppedLinks += first
    for (let i = first; i < links.length; i++) this.addLink(links[i]!)
    return this
  }

  /** OK is final, and UNSET says nothing. */
  setStatus(status: SpanStatus): this {
    const { code, message } = statusOf(status)
    if (this.#isOver() || code === SpanStatusCode.UNSET || this.status.code === SpanStatusCode.OK) return this
    // Plain JavaScript passes on what it caught, which may be anything.
    const isText = code === SpanStatusCode.ERROR && typeof message === 'string'
    this.status = isText ? { code, message } : { code }
    return this
  }

  updateName(name: string): this {
    if (!this.#isOver()) this.name = spanName(name)
    return this
  }

  recordException(exception: Exception, time?: TimeInput): void {
    const attributes = exceptionAttributes(exception)
    if (attributes['exception.type'] || attributes['exception.message']) this.addEvent('exception', attributes, time)
    else ignoredCalls.note('exception', () => 'an exception is not recorded: it has neither a type nor a message')
  }

  isRecording(): boolean {
    return !this.#ended
  }

  end(endTime?: TimeInput): void {
    if (this.#isOver()) return
    this.endTime = this.#timeAt(endTime)
    if (endsBefore(this.startTime, this.endTime)) {
      ignoredCalls.note(
        'negativeDuration',
        () => `the span ${shownText(this.name)} ends before it starts; its duration is set to 0`,
      )
      this.endTime = [...this.startTime]
    }
    const { processors } = this.#origin
    processors.onEnding(this)
    this.#ended = true
    processors.onEnd(this)
    if (this.#origin.exportOnly) this.#letGo()
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

  #letGo(): void {
    this.attributes = {}
    if (this.events.length > 0) this.events = []
    if (this.links.length > 0) this.links = []
    if (this.name.length > MAX_KEPT_TEXT) this.name = ''
    const { code, message } = this.status
    if (message !== undefined && message.length > MAX_KEPT_TEXT) this.status = { code }
  }

  #timeAt(given: TimeInput | undefined): HrTime {
    return spanTime(given, epochOf(this))
  }

  #isOver(): boolean {
    if (this.#ended)
      ignoredCalls.note(
        'endedSpan',
        () => `the span ${shownText(this.name)} (${this.#spanContext.spanId}) has ended and cannot be changed`,
      )
    return this.#ended
  }
}

/** What a link leads to; `undefined` for what is no link. */
function contextOf(link: unknown): SpanContext | undefined {
  if (typeof link !== 'object' || link === null) return undefined
  const context = readAttribute(link, 'context')
  return typeof context === 'object' && context !== null ? (context as SpanContext) : undefined
}

/** What is no status says nothing, like UNSET. */
function statusOf(status: unknown): SpanStatus {
  try {
    const { code, message } = status as SpanStatus
    return message === undefined ? { code } : { code, message }
  } catch {
    return { code: SpanStatusCode.UNSET }
  }
}
