import type { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'
import { type Attributes, type Context, context, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE, ATTR_HTTP_RESPONSE_STATUS_CODE, ATTR_HTTP_ROUTE } from '@opentelemetry/semantic-conventions'
import type { HeaderCapture } from '../../http-semantics/header-capture'
import { getRPCMetadata, type RPCMetadata, setRPCMetadata } from '../../http-semantics/rpc-metadata'
import { errorType, recordSpanError } from '../../http-semantics/span-error'
import { reportOnce } from '../../report'
import type { MessageState } from '../message'
import { headersOf, sentStatus } from '../sent-headers'
import type { PassingValue } from './linked-context'
import { ROUTING, type ServerRequestState, type Suspect } from './state'

/** The response of either protocol version. */
export type OutgoingResponse = ServerResponse | Http2ServerResponse

/**
 * One request and its response, on the server's side.
 *
 * The exchange is its own RPC metadata: contrib instrumentations of other frameworks find it in the
 * context and write `route`. Everything that the request's handlers create keeps this context, even
 * a pool that lives as long as the process. The exchange therefore holds neither the request nor
 * the response, and drops its state at the end.
 */
export class ServerExchange implements MessageState, ServerRequestState {
  readonly type = 'http'
  readonly server = this
  readonly context: Context
  route: string | undefined = undefined
  error: unknown = undefined
  suspect: Suspect | undefined = undefined;
  [ROUTING]: unknown = undefined
  /** The stream that is piped into the response. */
  #source: { readonly errored?: unknown } | undefined = undefined
  #shownRoute: string | undefined = undefined
  #hasFailed = false
  ended = false
  /**
   * The responses that await the end of their connection, this one among them. Set by
   * `endWithConnection()`.
   */
  waiting: Set<OutgoingResponse> | undefined = undefined
  /**
   * Spans within the request that end with it, unless something ends them before. Set with the
   * first of them.
   */
  openSpans: Set<Span> | undefined = undefined
  /** When the last byte was handed to the system, by `performance.now()`. */
  #finishedAt: number | undefined = undefined
  readonly #methodName: string
  readonly #captureResponseHeaders: HeaderCapture | undefined

  /**
   * @param parent - the context that the span is put into
   * @param methodName - the method for the span's name
   * @param suppression - the value that suppresses tracing in an ignored request; the end withdraws
   *   it
   */
  constructor(
    readonly span: Span,
    parent: Context,
    methodName: string,
    captureResponseHeaders: HeaderCapture | undefined,
    readonly suppression?: PassingValue,
  ) {
    this.#methodName = methodName
    this.#captureResponseHeaders = captureResponseHeaders
    this.context = setRPCMetadata(trace.setSpan(parent, span), this as RPCMetadata)
  }

  /**
   * The process may be about to end, so the error is recorded when Node reports it, which is next.
   * An app that survives can still answer.
   */
  recordUncaught(): void {
    const record = (error: unknown) => {
      if (this.ended) return
      this.error ??= error
      this.showRoute()
      this.#fail(error)
    }
    process.prependOnceListener('uncaughtExceptionMonitor', record)
    queueMicrotask(() => process.removeListener('uncaughtExceptionMonitor', record))
  }

  /**
   * Node emits most events of a request and its response from its parser and socket, outside the
   * request's asynchronous context. Their listeners belong to the request.
   */
  concerns(message: EventEmitter, event: string | symbol): boolean {
    if (event === 'finish' || event === 'close' || event === 'pipe') {
      if (isResponse(message)) return true
    } else if (event === 'aborted') {
      return true
    }
    // An event without a listener needs no context. An `error` without a listener is thrown, and
    // needs one.
    if (message.listenerCount(event) === 0 && event !== 'error') return false
    return !this.#isActive
  }

  before(message: EventEmitter, event: string | symbol, argument: unknown): Context | undefined {
    if (event === 'pipe' && isResponse(message) && !this.ended)
      this.#source = argument as { readonly errored?: unknown }
    // Before the listeners: an app that destroys its source because the client has gone has not
    // failed.
    else if (event === 'aborted' || (event === 'close' && isResponse(message))) this.#blameSource()
    // `finish` and `close` come here whether they have listeners or not.
    return (message.listenerCount(event) === 0 && event !== 'error') || this.#isActive ? undefined : this.context
  }

  /**
   * After the listeners, so that their logs are within the span, and their attributes still count.
   * The request ends when its last byte has been handed to the system; attributes that `close`
   * listeners set a moment later count too.
   */
  after(message: EventEmitter, event: string | symbol): void {
    if (!isResponse(message)) return
    if (event === 'finish') this.#finishedAt ??= performance.now()
    else if (event === 'close') this.end(message)
  }

  /**
   * A stream that fails while it is piped ends nothing by itself: the code that pipes it destroys
   * the response, mostly without a reason. The reason is the stream's own error. It is read from
   * the stream, because a listener of ours would keep an unhandled error from being thrown.
   */
  #blameSource(): void {
    this.error ??= this.#source?.errored ?? undefined
    this.#source = undefined
  }

  get #isActive(): boolean {
    return getRPCMetadata(context.active()) === (this as RPCMetadata)
  }

  showRoute(): void {
    const { route, span } = this
    if (route === this.#shownRoute) return
    this.#shownRoute = route
    span.updateName(route === undefined ? this.#methodName : `${this.#methodName} ${route}`)
    if (route !== undefined) span.setAttribute(ATTR_HTTP_ROUTE, route)
    else removeAttribute(span, ATTR_HTTP_ROUTE)
  }

  /** Ends the span: the response has been sent, or never will be. */
  end(response: OutgoingResponse): void {
    if (this.ended) return
    this.ended = true
    try {
      if (this.span.isRecording()) this.#describe(response)
      for (const span of [...(this.openSpans ?? [])].reverse()) span.end(this.#finishedAt)
      this.span.end(this.#finishedAt)
    } catch (error) {
      reportOnce('a server span could not be ended', error)
    }
    this.waiting?.delete(response)
    this.suppression?.withdraw()
    this.error = this.suspect = this[ROUTING] = this.waiting = this.#source = this.openSpans = undefined
  }

  #describe(response: OutgoingResponse): void {
    const { span } = this
    this.showRoute()
    if (response.headersSent) {
      const status = sentStatus(response)
      span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status)
      this.#captureResponseHeaders?.(span, headersOf(response))
      if (status >= 500) this.#fail(this.error ?? this.suspect?.error, String(status))
    }
    // A client that disconnected is no error of the server; a handler that stopped half-way is.
    if (!response.writableEnded) {
      const error = this.error ?? ('errored' in response ? response.errored : undefined)
      if (error !== undefined && error !== null) this.#fail(error)
    }
  }

  #fail(error: unknown, type: string = errorType(error)): void {
    if (this.#hasFailed) return
    this.#hasFailed = true
    if (error !== undefined) {
      recordSpanError(this.span, error, type)
    } else {
      this.span.setAttribute(ATTR_ERROR_TYPE, type)
      this.span.setStatus({ code: SpanStatusCode.ERROR })
    }
  }
}

function isResponse(message: object): message is OutgoingResponse {
  return 'writableEnded' in message
}

/**
 * The Span interface has no method for it; the SDK's spans and Heddle's expose their attributes.
 */
function removeAttribute(span: Span & { readonly attributes?: Attributes }, name: string): void {
  if (span.attributes !== undefined) delete span.attributes[name]
}
