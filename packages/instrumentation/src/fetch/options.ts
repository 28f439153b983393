import type { PropagationTarget } from '../http-semantics/propagation-targets'

/** A request that is about to be sent. */
export interface OutgoingFetch {
  /** The method as it will be sent. */
  readonly method: string
  /** The whole URL, without credentials and with sensitive query values redacted. */
  readonly url: string
}

/** Options of {@link FetchInstrumentation}. A function among them that throws is reported once and taken to have returned nothing. */
export interface FetchInstrumentationOptions {
  /**
   * Whether it is on from its construction; `enable()` and `disable()` decide later.
   * @default true
   */
  readonly enabled?: boolean
  /** Leaves the requests for which it returns `true` untouched: no span, no trace context. */
  readonly ignoreOutgoing?: (request: OutgoingFetch) => boolean
  /**
   * Where trace context and baggage may go with outgoing requests; to everyone else a span is made and nothing sent along. Some third
   * parties refuse headers that they do not know, and baggage is none of a stranger's business. An empty list is nobody.
   * @default everywhere
   */
  readonly propagateTo?: readonly PropagationTarget[]
  /**
   * Names of query parameters to redact in `url.full`, besides those that the conventions list.
   * @default []
   */
  readonly redactQueryParameters?: readonly string[]
  /**
   * The methods that `http.request.method` may name; any other becomes `_OTHER`. Replaces the whole list.
   * @default `OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS`, else the methods of RFC 9110, PATCH and QUERY
   */
  readonly knownMethods?: readonly string[]
  /**
   * Request headers to record as `http.request.header.<name>`.
   * @default []
   */
  readonly captureRequestHeaders?: readonly string[]
  /**
   * Response headers to record as `http.response.header.<name>`.
   * @default []
   */
  readonly captureResponseHeaders?: readonly string[]
}
