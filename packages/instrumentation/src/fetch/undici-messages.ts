import type { Socket } from 'node:net'
import type { Span } from '@opentelemetry/api'

/** Where a request carries its span: a registered symbol, so that two copies of this package trace a request once. */
export const REQUEST_SPAN = Symbol.for('heddle.fetch.request-span')

/** A request as undici 5 to 7, and the undici inside Node, publish it on their diagnostics channels. */
export interface UndiciRequest {
  /** Such as `https://example.com:8443`, in some versions as a `URL`. */
  readonly origin: string | URL
  /** With its query; a whole URL when it goes through a forward proxy. */
  readonly path: string
  readonly method: string
  /** Names and values by turns; in undici 5 the header block itself. */
  headers: unknown[] | string
  /** Set when the connection is to become another protocol's, such as WebSocket. */
  readonly upgrade?: string | boolean | null
  [REQUEST_SPAN]?: Span | undefined
}

/** The message on `undici:request:create` and `undici:request:trailers`. */
export interface RequestMessage {
  readonly request: UndiciRequest
}

/** The message on `undici:client:sendHeaders`. */
export interface SendHeadersMessage extends RequestMessage {
  readonly socket: Socket & { readonly alpnProtocol?: string | false | null }
}

/** The message on `undici:request:headers`. */
export interface ResponseMessage extends RequestMessage {
  /** The headers are names and values by turns. */
  readonly response: { readonly statusCode: number; readonly headers: readonly unknown[] }
}

/** The message on `undici:request:error`. */
export interface ErrorMessage extends RequestMessage {
  readonly error: unknown
}
