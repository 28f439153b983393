import { tracingChannel } from 'node:diagnostics_channel'
import type { Attributes, Span } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { type Calls, type ErrorFacts, failed } from './calls'

/** A tracing channel on which a library tells of its calls, each of which is a promise. */
export interface LibraryChannel {
  /** Without `tracing:`. */
  readonly name: string
  /** @default none: each message is a call */
  ignores?(message: object): boolean
  /** The name and the attributes of a call's span. */
  describe(message: object): { readonly name: string; readonly attributes: Attributes }
  factsOf?(error: unknown): ErrorFacts
}

/** Subscribes to the channel, and returns what ends that. */
export function traceChannel(channel: LibraryChannel, calls: Calls): Undo {
  const spans = new WeakMap<object, Span>()
  const take = (message: object) => {
    const span = spans.get(message)
    spans.delete(message)
    return span
  }
  const subscribers = {
    start(message: object) {
      if (channel.ignores?.(message)) return
      const span = calls.start(() => channel.describe(message))
      if (span !== undefined) spans.set(message, span)
    },
    end() {},
    asyncStart() {},
    // Comes before `asyncEnd`, and alone when the call threw.
    error(message: { readonly error: unknown }) {
      const span = take(message)
      if (span !== undefined) failed(span, message.error, channel.factsOf)
    },
    asyncEnd(message: object) {
      take(message)?.end()
    },
  }
  const traced = tracingChannel<object, object>(channel.name)
  traced.subscribe(subscribers)
  return () => void traced.unsubscribe(subscribers)
}
