import type { Context, Span } from '@opentelemetry/api'

/**
 * The key under which a router's instrumentation keeps a request's progress. Emptied at the end.
 */
export const ROUTING = Symbol('heddle.http.routing')

/**
 * The state of a request that a server is answering, from its first event to the close of its
 * response.
 */
export interface ServerRequestState {
  /** The server span. It records nothing when the request is ignored. */
  readonly span: Span
  /** The context that the request's handlers run in: it holds {@link ServerRequestState.span}. */
  readonly context: Context
  /** The matched route in low cardinality, such as `/users/:id`. {@link setRoute} sets it. */
  route: string | undefined
  /** The first error that was reported through {@link recordRequestError}. */
  error: unknown
  /**
   * The error that a framework has created and may answer with; counts when
   * {@link ServerRequestState.error} is not set.
   */
  suspect: Suspect | undefined
  /** Whether the span has ended: from then on the state remembers nothing more. */
  readonly ended: boolean
  [ROUTING]: unknown
  /** Spans within the request that end with it. */
  openSpans: Set<Span> | undefined
}

/** An error that a framework has created within a request. */
export interface Suspect {
  readonly error: unknown
  /** Whether the error is the app's own, and not a wrapper of it. */
  readonly isOriginal: boolean
}
