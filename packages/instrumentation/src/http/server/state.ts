import type { Context, Span } from '@opentelemetry/api'

/** Where the instrumentation of a router keeps how far it has followed the request. It is emptied at the end. */
export const ROUTING = Symbol('heddle.http.routing')

/** What is remembered of a request that a server is answering, from its first event to the close of its response. */
export interface ServerRequestState {
  /** The server span. It records nothing when the request is ignored. */
  readonly span: Span
  /** The context that the request's handlers run in: it holds {@link ServerRequestState.span}. */
  readonly context: Context
  /** The matched route in low cardinality, such as `/users/:id`. Written through {@link setRoute}. */
  route: string | undefined
  /** The first error that was reported through {@link recordRequestError}. */
  error: unknown
  /** What a framework has made an error of, and may answer with; counts when {@link ServerRequestState.error} is not set. */
  suspect: Suspect | undefined
  /** Whether the span has ended: from then on nothing more is remembered. */
  readonly ended: boolean
  [ROUTING]: unknown
  /** Spans within the request that end when it does. */
  openSpans: Set<Span> | undefined
}

/** An error that a framework has made within a request. */
export interface Suspect {
  readonly error: unknown
  /** Whether it is what the app threw, and not only what stands for that. */
  readonly isOriginal: boolean
}
