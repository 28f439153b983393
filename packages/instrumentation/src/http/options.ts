import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import type { Context, Link, TextMapSetter } from '@opentelemetry/api'
import type { PropagationTarget } from '../http-semantics/propagation-targets'

/** A request that a server received, over HTTP/1 or HTTP/2. */
export type IncomingRequest = IncomingMessage | Http2ServerRequest

/** A request that is about to be sent. */
export interface OutgoingRequest {
  /** The method that will be sent. */
  readonly method: string
  /** The whole URL, without credentials and with sensitive query values redacted. */
  readonly url: string
}

/** Writes headers from the server span's context into the response, such as a request id. */
export interface ResponsePropagator {
  /** Writes the headers of `context` into the carrier, through the setter. */
  inject(context: Context, carrier: unknown, setter: TextMapSetter): void
}

/**
 * Options of {@link HttpInstrumentation}. An option function that throws is reported once and
 * counts as having returned nothing.
 */
export interface HttpInstrumentationOptions {
  /**
   * Whether the constructor enables the instrumentation; `enable()` and `disable()` decide later.
   * @default true
   */
  readonly enabled?: boolean
  /**
   * Whether to trace requests that this process serves. Read by `enable()`.
   * @default true
   */
  readonly server?: boolean
  /**
   * Whether to trace requests that this process sends through `node:http` and `node:https`. Read by
   * `enable()`.
   * @default true
   */
  readonly client?: boolean
  /**
   * Paths of served requests to ignore, such as health checks. A string is the whole path, without
   * the query; a `*` at its end makes it a prefix. An ignored request runs in a context with
   * tracing suppressed: nothing below it is traced either, and its client requests carry no trace
   * context.
   * @default []
   */
  readonly ignorePaths?: readonly (string | RegExp)[]
  /**
   * Ignores the served requests for which it returns `true`, like
   * {@link HttpInstrumentationOptions.ignorePaths}.
   * @default none
   */
  readonly ignoreRequest?: (request: IncomingRequest) => boolean
  /**
   * Leaves the sent requests for which it returns `true` untouched: no span, no trace context.
   * @default none
   */
  readonly ignoreOutgoing?: (request: OutgoingRequest) => boolean
  /**
   * The targets that may get trace context and baggage. A request to any other target has a span
   * and carries no context: some third parties refuse unknown headers, and baggage is not for
   * strangers. An empty list allows no target.
   * @default every target
   */
  readonly propagateTo?: readonly PropagationTarget[]
  /**
   * Names of query parameters to redact in `url.query` and `url.full`, besides those that the
   * conventions list.
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
   * Whether `Forwarded`, `X-Forwarded-For`, `-Host` and `-Proto` decide `client.address`,
   * `server.address`, `server.port` and `url.scheme`. Enable it only behind a proxy that sets or
   * strips these headers: any client can write them.
   * @default false
   */
  readonly trustForwardedHeaders?: boolean
  /**
   * Request headers to record as `http.request.header.<name>`, on server and client spans.
   * @default []
   */
  readonly captureRequestHeaders?: readonly string[]
  /**
   * Response headers to record as `http.response.header.<name>`, on server and client spans.
   * @default []
   */
  readonly captureResponseHeaders?: readonly string[]
  /**
   * Returns the links for a new server span, from the context that the propagator extracted.
   * @default none
   */
  readonly links?: (extracted: Context) => readonly Link[]
  /** Writes into the headers of each response before its handlers run. @default none */
  readonly responsePropagator?: ResponsePropagator
}
