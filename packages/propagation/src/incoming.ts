import { type Context, createContextKey, type Link } from '@opentelemetry/api'

const INCOMING = createContextKey('@heddle/propagation incoming')

/**
 * A caller's ids that are not part of the trace context: validated, at most 128 characters each.
 */
export interface CorrelationIds {
  /** A correlation id that is no valid trace id, or belongs to another trace. */
  readonly traceId: string | undefined
  /** The parent of the caller's span, as the caller names it. */
  readonly parentId: string | undefined
  readonly requestId: string | undefined
}

/**
 * The incoming data of a request that must outlive the remote span in the context, which the first
 * local span replaces. One object under one key, because each value set on a context copies the
 * context.
 */
export interface Incoming {
  /** The accepted trace, if any. */
  readonly traceId: string | undefined
  /** The flags of that trace's traceparent. */
  readonly flags: number
  /** The links that the trust policy `link` keeps for the new root span. */
  readonly links: Link[]
  readonly correlation: CorrelationIds | undefined
  /** Whether outgoing requests may carry the correlation ids: only those of an accepted caller. */
  readonly forwarded: boolean
}

export function getIncoming(context: Context): Incoming | undefined {
  return context.getValue(INCOMING) as Incoming | undefined
}

export function setIncoming(context: Context, incoming: Incoming): Context {
  return context.setValue(INCOMING, incoming)
}

/** The correlation ids that outgoing requests in this context carry. */
export function forwardedIds(context: Context): CorrelationIds | undefined {
  const incoming = getIncoming(context)
  return incoming?.forwarded ? incoming.correlation : undefined
}

// Frozen, and shared by all requests without a link. The type is mutable because SpanOptions.links
// is.
export const NO_LINKS = Object.freeze([]) as unknown as Link[]

/**
 * Returns the links for the root span of a request whose caller the trust policy `link` did not
 * accept: pass them to `startSpan` with the context that `extract` returned. Returns an empty,
 * frozen array otherwise. Never throws.
 *
 * @example
 * ```ts
 * const parent = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter)
 * const span = tracer.startSpan('job', { links: extractedLinks(parent) }, parent)
 * ```
 */
export function extractedLinks(context: Context): Link[] {
  return getIncoming(context)?.links ?? NO_LINKS
}
