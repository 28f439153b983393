import type { PropagationTarget } from '../http-semantics/propagation-targets'

/** A request that is about to be sent. */
export interface OutgoingFetch {
  /** The method that will be sent. */
  readonly method: string
  /** The whole URL, without credentials and with sensitive query values redacted. */
  readonly url: string
}

/**
 * Options of {@link FetchInstrumentation}. An option function that throws is reported once and
 * counts as having returned nothing.
 */
export interface FetchInstrumentationOptions {
  /**
   * Whether the constructor enables the instrumentation; `enable()` and `disable()` decide later.
   * @default true
   */
  readonly enabled?: boolean
  /**
   * Leaves the requests for which it returns `true` untouched: no span, no trace context.
   * @default none
   */
  readonly ignoreOutgoing?: (request: OutgoingFetch) => boolean
  /**
   * The targets that may get trace context and baggage. A request to any other target has a span
   * and carries no context: some third parties refuse unknown headers, and baggage is not for
   * strangers. An empty list allows no target.
   * @default every target
   */
  readonly propagateTo?: readonly PropagationTarget[]
  /**
   * Names of query parameters to redact in `url.full`, besides those that the conventions list.
   * @default []
   */
  readonly redactQueryParameters?: readonly string[]
  /**
   * The methods that `http.request.method` may have; any other becomes `_OTHER`. Replaces the whole
   * list.
   * @default `OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS`, else the methods of RFC 9110, PATCH and
   *   QUERY
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
