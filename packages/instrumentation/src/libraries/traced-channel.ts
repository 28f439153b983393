import { subscribe, unsubscribe } from 'node:diagnostics_channel'
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

/**
 * Subscribes to the channel: to its ends when the first call begins, as most apps have most libraries
 * not.
 *
 * @returns what ends that
 */
export function traceChannel(channel: LibraryChannel, callsOf: () => Calls): Undo {
  const event = (name: string) => `tracing:${channel.name}:${name}`
  const spans = new WeakMap<object, Span>()
  const take = (message: object) => {
    const span = spans.get(message)
    spans.delete(message)
    return span
  }
  // Comes before `asyncEnd`, and alone when the call threw.
  const onError = (message: unknown) => {
    const span = take(message as object)
    if (span !== undefined) failed(span, (message as { error: unknown }).error, channel.factsOf)
  }
  const onEnd = (message: unknown) => take(message as object)?.end()
  let calls: Calls | undefined
  const onStart = (message: unknown) => {
    if (calls === undefined) {
      calls = callsOf()
      subscribe(event('error'), onError)
      subscribe(event('asyncEnd'), onEnd)
    }
    if (channel.ignores?.(message as object)) return
    const span = calls.start(() => channel.describe(message as object))
    if (span !== undefined) spans.set(message as object, span)
  }
  subscribe(event('start'), onStart)
  return () => {
    unsubscribe(event('start'), onStart)
    unsubscribe(event('error'), onError)
    unsubscribe(event('asyncEnd'), onEnd)
  }
}
