import type { EventEmitter } from 'node:events'
import type { Span } from '@opentelemetry/api'
import { failing, PendingSpans } from './pending'

/** Messages that are not confirmed yet, and the number of the first of them. */
interface ConfirmChannel extends EventEmitter {
  readonly lwm: number
  readonly unconfirmed: readonly unknown[]
}

interface Confirmation {
  readonly deliveryTag: number
  readonly multiple: boolean
}

/**
 * The spans of messages that were published without a callback. They get none of ours: `waitForConfirms()`
 * of a channel that was closed knows by it which messages nobody was told of.
 */
const unconfirmed = new PendingSpans()

const refused = failing('refused', 'the server has refused the message')
const left = failing('channel_closed', 'the channel was closed before the message was confirmed')

/** The number that the server will confirm the next message by. */
export function nextDeliveryTag(channel: object): number {
  const { lwm, unconfirmed } = channel as ConfirmChannel
  return lwm + unconfirmed.length
}

/** Ends the span when the server has confirmed the message. */
export function endWhenConfirmed(channel: object, deliveryTag: number, span: Span): void {
  if (!unconfirmed.remember(channel, deliveryTag, span)) return
  ;(channel as ConfirmChannel)
    .on('ack', ({ deliveryTag, multiple }: Confirmation) =>
      unconfirmed.settle(channel, deliveryTag, multiple, (span) => span.end()),
    )
    .on('nack', ({ deliveryTag, multiple }: Confirmation) =>
      unconfirmed.settle(channel, deliveryTag, multiple, refused),
    )
    .on('close', () => unconfirmed.settleAll(channel, left))
}
