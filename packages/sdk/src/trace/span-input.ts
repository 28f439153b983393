import {
  type Attributes,
  type HrTime,
  type Link,
  type SpanContext,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
} from '@opentelemetry/api'
import type { TimedEvent } from '@opentelemetry/sdk-trace-node'
import { allowedOfSpan, limited, readAttribute } from '../attribute-limits'
import { epochOf } from '../clock'
import { ignoredCalls } from '../ignored-calls'
import { shownText } from '../shown-text'
import type { SpanLimits } from './span-limits'
import { spanName } from './span-name'
import { endsBefore, isTime, spanTime } from './span-time'

/**
 * The last links of one list are kept. Links before them are counted as dropped without a look: a
 * list may claim any length.
 */
export const MAX_LINKS = 10_000

/**
 * An event of a span, within the limits. Without a time of its own the event happens now, by the
 * epoch of the span.
 */
export function newEvent(
  span: object,
  { attributePerEventCount, attributeValueLength }: SpanLimits,
  name: string,
  attributesOrTime: Attributes | TimeInput | undefined,
  time: TimeInput | undefined,
): TimedEvent {
  const isTimeGiven = isTime(attributesOrTime)
  const { attributes, droppedCount } = limited(
    isTimeGiven ? undefined : attributesOrTime,
    attributePerEventCount,
    attributeValueLength,
  )
  const given = isTimeGiven && !isTime(time) ? attributesOrTime : time
  return {
    name: spanName(name),
    attributes,
    time: spanTime(given, epochOf(span)),
    droppedAttributesCount: droppedCount,
  }
}

/** A link to this context, with the attributes of the given link within the limits. */
export function newLink(
  context: SpanContext,
  given: Link,
  { attributePerLinkCount, attributeValueLength }: SpanLimits,
): Link {
  const { attributes, count, droppedCount } = limited(
    readAttribute(given, 'attributes'),
    attributePerLinkCount,
    attributeValueLength,
    allowedOfSpan,
  )
  const link: Link = { context }
  if (count > 0) link.attributes = attributes
  if (droppedCount > 0) link.droppedAttributesCount = droppedCount
  return link
}

/** What a link leads to; `undefined` for what is no link. */
export function linkedContext(link: unknown): SpanContext | undefined {
  if (typeof link !== 'object' || link === null) return undefined
  const context = readAttribute(link, 'context')
  return typeof context === 'object' && context !== null ? (context as SpanContext) : undefined
}

/**
 * A status as a span keeps it: a message belongs to ERROR alone, and plain JavaScript passes on
 * what it caught, which may be anything. A value that is no status says nothing, like UNSET.
 */
export function readStatus(status: unknown): SpanStatus {
  try {
    const { code, message } = status as SpanStatus
    return code === SpanStatusCode.ERROR && typeof message === 'string' ? { code, message } : { code }
  } catch {
    return { code: SpanStatusCode.UNSET }
  }
}

/** Counts a call that would change a span which has ended. */
export function noteEndedSpan(name: string, spanId: string): void {
  ignoredCalls.note('endedSpan', () => `the span ${shownText(name)} (${spanId}) has ended and cannot be changed`)
}

/** The end of a span; an end before the start is counted, and the start takes its place. */
export function validEnd(start: HrTime, end: HrTime, name: string): HrTime {
  if (!endsBefore(start, end)) return end
  ignoredCalls.note(
    'negativeDuration',
    () => `the span ${shownText(name)} ends before it starts; its duration is set to 0`,
  )
  return [...start]
}
