import type { EventEmitter } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { type Context, context, type Span, SpanStatusCode } from '@opentelemetry/api'
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_NETWORK_PEER_ADDRESS,
  ATTR_NETWORK_PEER_PORT,
  ATTR_NETWORK_PROTOCOL_VERSION,
} from '@opentelemetry/semantic-conventions'
import { clientFailure, recordSpanError } from '../../http-semantics/span-error'
import { unreadResponses } from '../../http-semantics/unread-responses'
import { reportOnce } from '../../report'
import { MESSAGE_STATE, type Message, type MessageState } from '../message'
import { headersOf } from '../sent-headers'
import type { HttpSettings } from '../settings'

/** The request's events that tell its progress. */
const REQUEST_EVENTS: ReadonlySet<unknown> = new Set(['response', 'upgrade', 'connect', 'timeout', 'error', 'close'])

/** The `error.type` of a request that its caller cancelled at the `timeout` event. */
const TIMEOUT = 'timeout'

/** One request and its response, on the client's side. */
export class ClientExchange implements MessageState {
  #response: IncomingMessage | undefined
  #hasEnded = false
  #timedOut = false
  #givenUp = false
  readonly #caller: Context
  readonly #request: ClientRequest
  readonly #settings: HttpSettings

  /** @param caller - the context that the request was made in, and that its listeners run in */
  constructor(
    readonly span: Span,
    caller: Context,
    request: ClientRequest,
    settings: HttpSettings,
  ) {
    this.#caller = caller
    this.#request = request
    this.#settings = settings
  }

  concerns(message: EventEmitter, event: string | symbol): boolean {
    const isOurs = message === this.#request ? REQUEST_EVENTS.has(event) : event === 'end'
    return isOurs || (message.listenerCount(event) > 0 && context.active() !== this.#caller)
  }

  /** The span ends before the listeners run, whose time is not the request's. */
  before(message: EventEmitter, event: string | symbol, argument: unknown): Context | undefined {
    try {
      this.#observe(message, event, argument)
    } catch (error) {
      reportOnce('an event of a client request could not be observed', error)
    }
    return context.active() === this.#caller ? undefined : this.#caller
  }

  /**
   * `close` is the last event: a request that was upgraded, or whose response was cut off, ends
   * here.
   */
  after(message: EventEmitter, event: string | symbol): void {
    if (event === 'response') this.#expectReader()
    if (event === 'close' && message === this.#request) this.end(this.#response?.errored ?? undefined)
  }

  /** The caller destroys the request, which Node does not distinguish from a broken connection. */
  destroyed(error: unknown): void {
    if (this.#hasEnded || error !== undefined) return
    // `stream.pipeline()` aborts a request whose body fails, and does not pass on the reason.
    if (this.#request.aborted && !this.#request.writableEnded) return
    this.#givenUp = true
  }

  #observe(message: object, event: string | symbol, argument: unknown): void {
    if (message !== this.#request) {
      if (event === 'end') this.end(undefined)
      return
    }
    switch (event) {
      case 'response':
      case 'upgrade':
      case 'connect':
        this.#receive(argument as IncomingMessage)
        break
      case 'timeout':
        this.#timedOut = true
        break
      case 'error':
        this.end(argument)
        break
    }
  }

  #receive(response: IncomingMessage): void {
    this.#response = response
    ;(response as Message)[MESSAGE_STATE] = this
    const settings = this.#settings
    const { span } = this
    if (!span.isRecording()) return
    const { statusCode: status = 0, socket } = response
    span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status)
    span.setAttribute(ATTR_NETWORK_PROTOCOL_VERSION, response.httpVersion)
    if (socket?.remoteAddress !== undefined) {
      span.setAttribute(ATTR_NETWORK_PEER_ADDRESS, socket.remoteAddress)
      span.setAttribute(ATTR_NETWORK_PEER_PORT, socket.remotePort ?? 0)
    }
    settings.captureResponseHeaders?.(span, (name) => response.headers[name])
    if (status >= 400) {
      span.setAttribute(ATTR_ERROR_TYPE, String(status))
      span.setStatus({ code: SpanStatusCode.ERROR })
    }
  }

  /** A response that nobody reads, now that its listeners have run, may never end. */
  #expectReader(): void {
    const response = this.#response
    const { span } = this
    if (this.#hasEnded || response === undefined || isRead(response) || !span.isRecording()) return
    unreadResponses.add(span, () => isRead(response))
  }

  end(error: unknown): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    try {
      const unreadSince = unreadResponses.remove(this.span)
      // The span has already ended, because nobody has read the response for so long.
      if (!this.span.isRecording()) return
      this.#settings.captureRequestHeaders?.(this.span, headersOf(this.#request))
      // A cancel for lack of an answer is a failure of the server.
      const type = this.#givenUp && this.#timedOut ? TIMEOUT : undefined
      const failure = this.#givenUp && !this.#timedOut ? undefined : clientFailure(error)
      if (failure !== undefined) recordSpanError(this.span, failure, type)
      const isAbandoned = failure === undefined && unreadSince !== undefined && !isRead(this.#response!)
      this.span.end(isAbandoned ? unreadSince : undefined)
    } catch (problem) {
      reportOnce('a client span could not be ended', problem)
    }
  }
}

/**
 * Whether somebody reads the response, or has: each way of reading a stream shows in one of these
 * properties.
 */
function isRead(response: IncomingMessage): boolean {
  return response.readableFlowing === true || response.readableDidRead || response.listenerCount('readable') > 0
}
