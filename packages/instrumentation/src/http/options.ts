import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import type { Context, Link, TextMapSetter } from '@opentelemetry/api'
import type { PropagationTarget } from '../http-semantics/propagation-targets'

/** A request that a server received, over HTTP/1 or HTTP/2. */
export type IncomingRequest = IncomingMessage | Http2ServerRequest

/** A request that is about to be sent. */
export interface OutgoingRequest {
  /** The method as it will be sent. */
  readonly method: string
  /** The whole URL, without credentials and with sensitive query values redacted. */
  readonly url: string
}

/** Writes something of the server span's context into the headers of the response, such as a request id. */
export interface ResponsePropagator {
  inject(context: Context, carrier: unknown, setter: TextMapSetter): void
}

/** Options of {@link HttpInstrumentation}. A function among them that throws is reported once and taken to have returned nothing. */
export interface HttpInstrumentationOptions {
  /**
   * Whether it is on from its construction; `enable()` and `disable()` decide later.
   * @default true
   */
  readonly enabled?: boolean
  /**
   * Whether to trace requests that this process serves. Read by `enable()`.
   * @default true
   */
  readonly server?: boolean
  /**
   * Whether to trace requests that this process sends through `node:http` and `node:https`. Read by `enable()`.
   * @default true
   */
  readonly client?: boolean
  /**
   * Paths of served requests to ignore, such as health checks. A string is the whole path, without the query; with a `*` at its
   * end it is the path's beginning. An ignored request runs in a context with tracing suppressed: nothing below it is traced
   * either, and no trace context goes out with its client requests.
   * @default []
   */
  readonly ignorePaths?: readonly (string | RegExp)[]
  /** Ignores the served requests for which it returns `true`, like {@link HttpInstrumentationOptions.ignorePaths}. */
  readonly ignoreRequest?: (request: IncomingRequest) => boolean
  /** Leaves the sent requests for which it returns `true` untouched: no span, no trace context. */
  readonly ignoreOutgoing?: (request: OutgoingRequest) => boolean
  /**
   * Where trace context and baggage may go with outgoing requests; to everyone else a span is made and nothing sent along. Some third
   * parties refuse headers that they do not know, and baggage is none of a stranger's business. An empty list is nobody.
   * @default everywhere
   */
  readonly propagateTo?: readonly PropagationTarget[]
  /**
   * Names of query parameters to redact in `url.query` and `url.full`, besides those that the conventions list.
   * @default []
   */
  readonly redactQueryParameters?: readonly string[]
  /**
   * The methods that `http.request.method` may name; any other becomes `_OTHER`. Replaces the whole list.
   * @default `OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS`, else the methods of RFC 9110, PATCH and QUERY
   */
  readonly knownMethods?: readonly string[]
  /**
   * Whether `Forwarded`, `X-Forwarded-For`, `-Host` and `-Proto` decide `client.address`, `server.address`, `server.port` and
   * `url.scheme`. Only behind a proxy that sets or strips them: anyone else can write what they like into them.
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
  /** Links to start a server span with, from the context that the propagator extracted. */
  readonly links?: (extracted: Context) => readonly Link[]
  /** Writes into the headers of each response before its handlers run. */
  readonly responsePropagator?: ResponsePropagator
}
