import { type HrTime, type Link, type SpanContext, type SpanStatus, SpanStatusCode } from '@opentelemetry/api'
import type { TimedEvent } from '@opentelemetry/sdk-trace-node'
import { ignoredCalls } from '../ignored-calls'
import { shownText } from '../shown-text'
import { limited, readAttribute } from './attribute-limits'
import type { SpanLimits } from './span-limits'

/** What a link leads to; `undefined` for what is no link. */
export function contextOf(link: unknown): SpanContext | undefined {
  if (typeof link !== 'object' || link === null) return undefined
  const context = readAttribute(link, 'context')
  return typeof context === 'object' && context !== null ? (context as SpanContext) : undefined
}

/** What is no status says nothing, like UNSET. */
export function statusOf(status: unknown): SpanStatus {
  try {
    const { code, message } = status as SpanStatus
    return message === undefined ? { code } : { code, message }
  } catch {
    return { code: SpanStatusCode.UNSET }
  }
}

/** A name as a text: plain JavaScript passes on what it has, such as a header that did not come. Objects may throw when they are made texts. */
export function spanName(name: unknown): string {
  if (typeof name === 'string') return name
  return typeof name === 'number' || typeof name === 'bigint' || typeof name === 'boolean' ? String(name) : ''
}

/** An event as it is kept: its attributes are copied within the limits. */
export function eventOf(name: string, time: HrTime, given: unknown, limits: SpanLimits): TimedEvent {
  const { attributes, droppedCount } = limited(given, limits.attributePerEventCount, limits.attributeValueLength)
  return { name: spanName(name), attributes, time, droppedAttributesCount: droppedCount }
}

/** A link as it is kept: its attributes are copied within the limits. */
export function linkTo(context: SpanContext, given: Link, limits: SpanLimits): Link {
  const { attributes, count, droppedCount } = limited(
    readAttribute(given, 'attributes'),
    limits.attributePerLinkCount,
    limits.attributeValueLength,
  )
  const link: Link = { context }
  if (count > 0) link.attributes = attributes
  if (droppedCount > 0) link.droppedAttributesCount = droppedCount
  return link
}

/** Drops the oldest of a list that is full. Returns whether one is dropped: that, or the one that is to come where none may be kept. */
export function makeRoom(kept: unknown[], maxCount: number): boolean {
  if (kept.length < maxCount) return false
  kept.shift()
  return true
}

export function noteEnded(name: string, { spanId }: SpanContext): void {
  ignoredCalls.note('endedSpan', () => `the span ${shownText(name)} (${spanId}) has ended and cannot be changed`)
}

export function noteNegativeDuration(name: string): void {
  ignoredCalls.note(
    'negativeDuration',
    () => `the span ${shownText(name)} ends before it starts; its duration is set to 0`,
  )
}
