import type { Socket } from 'node:net'
import type { Context, Span } from '@opentelemetry/api'

/**
 * The key of a request's span: a registered symbol, so that two copies of this package trace a
 * request once.
 */
export const REQUEST_SPAN = Symbol.for('heddle.fetch.request-span')

/** The key of the mark for a request that was sent, its body included. */
export const WAS_SENT = Symbol.for('heddle.fetch.was-sent')

/** The key of the context that the request was made in. */
export const REQUEST_CALLER = Symbol('heddle.fetch.request-caller')

/**
 * The key of the time, by `performance.now()`, at which a traced request's response was last seen
 * to continue.
 */
export const RESPONSE_SEEN_AT = Symbol('heddle.fetch.response-seen-at')

/**
 * A request as undici 5 to 8, and the undici inside Node, publish it on their diagnostics channels.
 */
export interface UndiciRequest {
  /** Such as `https://example.com:8443`, in some versions as a `URL`. */
  readonly origin: string | URL
  /** With its query; a whole URL for a forward proxy. */
  readonly path: string
  readonly method: string
  /** A flat list of names and values; in undici 5 the header block itself. */
  headers: unknown[] | string
  /** Set when the connection shall change its protocol, for example to WebSocket. */
  readonly upgrade?: string | boolean | null
  body?: unknown
  [REQUEST_SPAN]?: Span | undefined
  [REQUEST_CALLER]?: Context | undefined
  [RESPONSE_SEEN_AT]?: number | undefined
  /** The values of headers that undici writes itself, `null` when the caller gave none. */
  readonly host?: string | null
  readonly contentLength?: number | null
  [WAS_SENT]?: boolean
}

/**
 * The message on `undici:request:create`, `undici:request:bodySent` and `undici:request:trailers`.
 */
export interface RequestMessage {
  readonly request: UndiciRequest
}

/** The message on `undici:client:sendHeaders`. */
export interface SendHeadersMessage extends RequestMessage {
  readonly socket: Socket & { readonly alpnProtocol?: string | false | null }
}

/** The message on `undici:request:headers`. */
export interface ResponseMessage extends RequestMessage {
  /** The headers are a flat list of names and values. */
  readonly response: { readonly statusCode: number; readonly headers: readonly unknown[] }
}

/** The message on `undici:request:error`. */
export interface ErrorMessage extends RequestMessage {
  readonly error: unknown
}
