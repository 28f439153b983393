import { type Context, context, createContextKey, type Span } from '@opentelemetry/api'

const SENDER = createContextKey('heddle.nats.sender')
const CONSUMER = createContextKey('heddle.nats.consumer')

/** A context in which a connection makes no spans: what it sends carries the ids of this one. */
export const sentBy = (span: Span): Context => context.active().setValue(SENDER, span)

/** The span of whoever publishes or requests by other calls of the library, within those. */
export const sender = () => context.active().getValue(SENDER) as Span | undefined

/** Runs what a consumer does, for which it subscribes, or has another consumer. */
export function withinConsumer<Result>(run: () => Result): Result {
  return context.with(context.active().setValue(CONSUMER, true), run)
}

export const isWithinConsumer = () => context.active().getValue(CONSUMER) === true
