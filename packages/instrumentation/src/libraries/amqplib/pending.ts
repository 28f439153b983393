import { type Span, SpanStatusCode } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'

export type End = (span: Span) => void

/** Spans of messages that something is still to be said of, by the number that a message has on its channel. */
export class PendingSpans {
  readonly #ofChannel = new WeakMap<object, Map<number, Span>>()

  /** Returns whether the channel is a new one. */
  remember(channel: object, deliveryTag: number, span: Span): boolean {
    const spans = this.#ofChannel.get(channel)
    if (spans !== undefined) {
      spans.set(deliveryTag, span)
      return false
    }
    this.#ofChannel.set(channel, new Map([[deliveryTag, span]]))
    return true
  }

  /** Whether it was there still. */
  forget(channel: object, deliveryTag: number): boolean {
    return this.#ofChannel.get(channel)?.delete(deliveryTag) ?? false
  }

  /** @param allUpTo - whether those before it are settled as well; they have come in that order */
  settle(channel: object, deliveryTag: number, allUpTo: boolean, end: End): void {
    const spans = this.#ofChannel.get(channel)
    if (spans === undefined) return
    const settled = allUpTo ? [...spans.keys()].filter((tag) => tag <= deliveryTag) : [deliveryTag]
    for (const tag of settled) {
      const span = spans.get(tag)
      spans.delete(tag)
      if (span) end(span)
    }
  }

  settleAll(channel: object, end: End): void {
    this.settle(channel, Number.POSITIVE_INFINITY, true, end)
  }
}

/** For what is no error that was thrown. */
export function failing(type: string, message: string): End {
  return (span) => {
    span.setAttribute(ATTR_ERROR_TYPE, type)
    span.setStatus({ code: SpanStatusCode.ERROR, message })
    span.end()
  }
}
