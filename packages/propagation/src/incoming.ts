import { type Context, createContextKey, type Link } from '@opentelemetry/api'

const INCOMING = createContextKey('@heddle/propagation incoming')

/** Ids of a caller that are no trace context of ours: validated, at most 128 characters each. */
export interface CorrelationIds {
  /** A correlation id that is no valid trace id, or is another trace's. */
  readonly traceId: string | undefined
  /** The span that the caller's span is a child of, as the caller says. */
  readonly parentId: string | undefined
  readonly requestId: string | undefined
}

/**
 * What came in with a request and has to outlive the remote span in the context, which the first local span replaces.
 * One object under one key, because each value set on a context copies the context.
 */
export interface Incoming {
  /** The trace that was accepted, if any. */
  readonly traceId: string | undefined
  /** The flags of that trace's traceparent. */
  readonly flags: number
  /** What the trust policy `link` left for the new root span. */
  readonly links: Link[]
  readonly correlation: CorrelationIds | undefined
  /** Whether the correlation ids may be sent on: only those of an accepted caller. */
  readonly forwarded: boolean
}

export function getIncoming(context: Context): Incoming | undefined {
  return context.getValue(INCOMING) as Incoming | undefined
}

export function setIncoming(context: Context, incoming: Incoming): Context {
  return context.setValue(INCOMING, incoming)
}

/** The correlation ids that outgoing requests made in this context carry. */
export function forwardedIds(context: Context): CorrelationIds | undefined {
  const incoming = getIncoming(context)
  return incoming?.forwarded ? incoming.correlation : undefined
}

// Frozen, and shared by all requests without a link. The type is mutable because SpanOptions.links is.
export const NO_LINKS = Object.freeze([]) as unknown as Link[]

/**
 * The links for the root span of a request whose caller the trust policy `link` did not accept: pass them to
 * `startSpan` with the context that `extract` returned. Empty (and frozen) otherwise.
 */
export function extractedLinks(context: Context): Link[] {
  return getIncoming(context)?.links ?? NO_LINKS
}
