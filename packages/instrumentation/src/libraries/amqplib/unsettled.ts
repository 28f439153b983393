import { type Span, SpanStatusCode } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'
import { patch, type Undo } from '../../patch'
import type { Message } from './description'

/**
 * The spans of messages that were delivered and neither acknowledged nor refused, by delivery tag. It
 * has no more of them than the server has: that one counts them, and closes a channel that keeps them.
 */
const unsettled = new WeakMap<object, Map<number, Span>>()

export function remember(channel: object, deliveryTag: number, span: Span): void {
  const spans = unsettled.get(channel)
  if (spans === undefined) unsettled.set(channel, new Map([[deliveryTag, span]]))
  else spans.set(deliveryTag, span)
}

/** Whether it was there still. */
export function forget(channel: object, deliveryTag: number): boolean {
  return unsettled.get(channel)?.delete(deliveryTag) ?? false
}

type End = (span: Span) => void
type Settling = 'ack' | 'ackAll' | 'nack' | 'nackAll' | 'reject'

/** Ends the spans of messages that the app acknowledges or refuses, and of those that are left. */
export function patchSettling(prototype: object): Undo[] {
  const acknowledged: End = (span) => span.end()
  const refused = failing('refused', 'the message was refused')
  const left = failing('channel_closed', 'the channel was closed before the message was acknowledged')
  return [
    patchSettle(prototype, 'ack', acknowledged),
    patchSettle(prototype, 'ackAll', acknowledged),
    patchSettle(prototype, 'nack', refused),
    patchSettle(prototype, 'nackAll', refused),
    patchSettle(prototype, 'reject', refused),
    // The library calls it when the channel, or its connection, is gone.
    patchSettle(prototype, 'toClosed', left),
  ]
}

function patchSettle(prototype: object, name: Settling | 'toClosed', end: End): Undo {
  return patch(
    prototype as Record<typeof name, (...args: unknown[]) => unknown>,
    name,
    (original) =>
      function (this: object, ...args: unknown[]) {
        const result = original.apply(this, args)
        const [message, allUpTo] = args as [Message, unknown]
        if (name === 'ack' || name === 'nack') settle(this, message.fields.deliveryTag, Boolean(allUpTo), end)
        else if (name === 'reject') settle(this, message.fields.deliveryTag, false, end)
        else settle(this, Number.POSITIVE_INFINITY, true, end)
        return result
      },
  )
}

/** @param allUpTo - whether those before it are settled as well; they were delivered in that order */
function settle(channel: object, deliveryTag: number, allUpTo: boolean, end: End): void {
  const spans = unsettled.get(channel)
  if (spans === undefined) return
  const settled = allUpTo ? [...spans.keys()].filter((tag) => tag <= deliveryTag) : [deliveryTag]
  for (const tag of settled) {
    const span = spans.get(tag)
    spans.delete(tag)
    if (span) end(span)
  }
}

/** For what is no error that was thrown. */
function failing(type: string, message: string): End {
  return (span) => {
    span.setAttribute(ATTR_ERROR_TYPE, type)
    span.setStatus({ code: SpanStatusCode.ERROR, message })
    span.end()
  }
}
