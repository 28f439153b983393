import { patch, type Undo } from '../../patch'
import type { Message } from './description'
import { type End, failing, PendingSpans } from './pending'

/**
 * The spans of messages that were delivered and neither acknowledged nor refused. It has no more of them
 * than the server has: that one counts them, and closes a channel that keeps them.
 */
export const unsettled = new PendingSpans()

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
        if (name === 'ack' || name === 'nack') unsettled.settle(this, message.fields.deliveryTag, Boolean(allUpTo), end)
        else if (name === 'reject') unsettled.settle(this, message.fields.deliveryTag, false, end)
        else unsettled.settleAll(this, end)
        return result
      },
  )
}
