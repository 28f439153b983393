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
 * One request and its response, on the side of the server.
 *
 * It is its own RPC metadata: contrib instrumentations of other frameworks find it in the context and write `route`. Whatever the
 * request's handlers make keeps that context, be it a pool that lives as long as the process: so the exchange holds neither the request
 * nor the response, and lets go at the end of what it remembers of their way.
 */
export class ServerExchange implements MessageState, ServerRequestState {
  readonly type = 'http'
  readonly server = this
  readonly context: Context
  route: string | undefined = undefined
  error: unknown = undefined
  suspect: Suspect | undefined = undefined;
  [ROUTING]: unknown = undefined
  /** What is piped into the response. */
  private source: { readonly errored?: unknown } | undefined = undefined
  private shownRoute: string | undefined = undefined
  private failed = false
  ended = false
  /** Set by whoever waits for the end: the responses that are told of the death of their connection, this one among them. */
  waiting: Set<OutgoingResponse> | undefined = undefined
  /** Spans within the request that end with it, unless something ends them before. Set by the first of them. */
  openSpans: Set<Span> | undefined = undefined
  /** When the last byte was handed over, by `performance.now()`. */
  private finishedAt: number | undefined = undefined

  /**
   * @param parent - the context that the span is put into
   * @param methodName - the method as it stands in the span's name
   * @param suppression - what keeps an ignored request's work from being traced; it is withdrawn at the end
   */
  constructor(
    readonly span: Span,
    parent: Context,
    private readonly methodName: string,
    private readonly captureResponseHeaders: HeaderCapture | undefined,
    readonly suppression?: PassingValue,
  ) {
    this.context = setRPCMetadata(trace.setSpan(parent, span), this as RPCMetadata)
  }

  /** The process may be about to end, so it is recorded when Node reports it, which is next. An app that lives on can still answer. */
  recordUncaught(): void {
    const record = (error: unknown) => {
      if (this.ended) return
      this.error ??= error
      this.showRoute()
      this.fail(error)
    }
    process.prependOnceListener('uncaughtExceptionMonitor', record)
    queueMicrotask(() => process.removeListener('uncaughtExceptionMonitor', record))
  }

  /**
   * Node emits most events of a request and its response from its parser and socket, outside the request's asynchronous
   * context. Their listeners belong to the request.
   */
  concerns(message: EventEmitter, event: string | symbol): boolean {
    if (event === 'finish' || event === 'close' || event === 'pipe') {
      if (isResponse(message)) return true
    } else if (event === 'aborted') {
      return true
    }
    // What nobody listens to needs no context. An error that nobody listens to is thrown, and does.
    if (message.listenerCount(event) === 0 && event !== 'error') return false
    return !this.isActive
  }

  before(message: EventEmitter, event: string | symbol, argument: unknown): Context | undefined {
    if (event === 'pipe' && isResponse(message) && !this.ended) this.source = argument as { readonly errored?: unknown }
    // Before the listeners: an app that destroys its source because the client has gone has not failed.
    else if (event === 'aborted' || (event === 'close' && isResponse(message))) this.blameSource()
    // Of `finish` and `close` we are told whether anybody listens or not.
    return (message.listenerCount(event) === 0 && event !== 'error') || this.isActive ? undefined : this.context
  }

  /**
   * After the listeners, so that what they log is within the span, and what they set on it still counts. The request ends when its last
   * byte was handed over; what `close` listeners, a moment later, set on the span counts too.
   */
  after(message: EventEmitter, event: string | symbol): void {
    if (!isResponse(message)) return
    if (event === 'finish') this.finishedAt ??= performance.now()
    else if (event === 'close') this.end(message)
  }

  /**
   * A stream that fails while it is piped ends nothing by itself: whoever pipes it gives the response up, mostly without a word of why. Its
   * error says so. It is read from the stream, where a listener of ours would keep an error that nobody listens to from being thrown.
   */
  private blameSource(): void {
    this.error ??= this.source?.errored ?? undefined
    this.source = undefined
  }

  private get isActive(): boolean {
    return getRPCMetadata(context.active()) === (this as RPCMetadata)
  }

  showRoute(): void {
    const { route, span } = this
    if (route === this.shownRoute) return
    this.shownRoute = route
    span.updateName(route === undefined ? this.methodName : `${this.methodName} ${route}`)
    if (route !== undefined) span.setAttribute(ATTR_HTTP_ROUTE, route)
    else removeAttribute(span, ATTR_HTTP_ROUTE)
  }

  /** Ends the span: the response has been sent, or never will be. */
  end(response: OutgoingResponse): void {
    if (this.ended) return
    this.ended = true
    try {
      if (this.span.isRecording()) this.describe(response)
      for (const span of [...(this.openSpans ?? [])].reverse()) span.end(this.finishedAt)
      this.span.end(this.finishedAt)
    } catch (error) {
      reportOnce('a server span could not be ended', error)
    }
    this.waiting?.delete(response)
    this.suppression?.withdraw()
    this.error = this.suspect = this[ROUTING] = this.waiting = this.source = this.openSpans = undefined
  }

  private describe(response: OutgoingResponse): void {
    const { span } = this
    this.showRoute()
    if (response.headersSent) {
      const status = sentStatus(response)
      span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status)
      this.captureResponseHeaders?.(span, headersOf(response))
      if (status >= 500) this.fail(this.error ?? this.suspect?.error, String(status))
    }
    // A client that went away is no error of the server; a handler that gave up half-way is.
    if (!response.writableEnded) {
      const error = this.error ?? ('errored' in response ? response.errored : undefined)
      if (error !== undefined && error !== null) this.fail(error)
    }
  }

  private fail(error: unknown, type: string = errorType(error)): void {
    if (this.failed) return
    this.failed = true
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

/** A span has no method for it, only the attributes themselves: the SDK's and ours show them. */
function removeAttribute(span: Span & { readonly attributes?: Attributes }, name: string): void {
  if (span.attributes !== undefined) delete span.attributes[name]
}
