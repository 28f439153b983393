import { type Attributes, type Context, context, type Link, type Span } from '@opentelemetry/api'
import { coverRequest } from '../../http-semantics/covered-request'
import { clientFailure, propertyOf, textOf } from '../../http-semantics/span-error'
import { reportOnce } from '../../report'
import { isTracingSuppressed } from '../../suppressed-tracing'
import { type Calls, failed } from '../calls'
import { inject } from '../messaging/messages'
import { type Client, type Command, type DescribedCommand, describeCommand, regionOf } from './command'
import { type CommandInStack, followStack, type MiddlewareStack, withCommand } from './stack'

type Callback = (this: unknown, error: unknown, output?: unknown) => unknown

/** @returns `undefined` when nothing is to be traced */
export function startCall(calls: Calls, client: Client, command: Command): AwsCall | undefined {
  if (!calls.enabled || isTracingSuppressed(context.active())) return undefined
  try {
    return new AwsCall(calls, client, describeCommand(client, command))
  } catch (error) {
    reportOnce('a command of the AWS SDK could not be traced', error)
    return undefined
  }
}

/** A command that a client sends, until it is answered. */
class AwsCall implements CommandInStack {
  /** For the client's middlewares. The app's active span stays the active one. */
  readonly context: Context
  readonly stack: MiddlewareStack
  readonly #calls: Calls
  readonly #client: Client
  readonly #described: DescribedCommand
  readonly #caller = context.active()
  readonly #startTime = Date.now()
  readonly #span: Span | undefined
  #server: Attributes = {}

  constructor(calls: Calls, client: Client, described: DescribedCommand) {
    this.#calls = calls
    this.#client = client
    this.#described = described
    this.stack = client.middlewareStack
    followStack(this.stack)
    this.context = withCommand(this.#caller, this)
    if (!described.isPoll) this.#span = this.#start()
  }

  sentInput(input: unknown): unknown {
    const { sentInput, isPoll } = this.#described
    if (sentInput === undefined || typeof input !== 'object' || input === null) return input
    try {
      const carrier: Record<string, string> = {}
      if (this.#span !== undefined) inject(this.#span, carrier)
      return isPoll || Object.keys(carrier).length > 0 ? sentInput(input, carrier) : input
    } catch (error) {
      reportOnce('the context could not be written into a command of the AWS SDK', error)
      return input
    }
  }

  requested(request: unknown): Context {
    const host = textOf(request, 'hostname')?.replace(/^\[(.*)\]$/, '$1') ?? ''
    const port = propertyOf(request, 'port')
    const usualPort = propertyOf(request, 'protocol') === 'http:' ? 80 : 443
    this.#server = { 'server.address': host, 'server.port': typeof port === 'number' ? port : usualPort }
    return coverRequest(this.#caller, host, this.#span)
  }

  /** The callback ends the span, and runs in the context of the caller. */
  answering(callback: Callback): Callback {
    const call = this
    return function (error, ...outputs) {
      if (error) call.fail(error)
      else call.end(outputs[0])
      return context.with(call.#caller, () => callback.call(this, error, ...outputs))
    }
  }

  /** @returns a promise that settles as this one does */
  async followed<Output>(sending: Promise<Output>): Promise<Output> {
    try {
      const output = await sending
      this.end(output)
      return output
    } catch (error) {
      this.fail(error)
      throw error
    }
  }

  end(output: unknown): void {
    try {
      const { isPoll, answered } = this.#described
      const answer = answered?.(output)
      // An empty queue is asked again and again.
      if (isPoll && answer === undefined) return
      const span = this.#span ?? this.#start(answer?.links)
      span?.setAttributes({ ...this.#attributesOf(output), ...answer?.attributes }).end()
    } catch (error) {
      reportOnce('a span of the AWS SDK could not be ended', error)
    }
  }

  fail(error: unknown): void {
    const span = this.#span ?? this.#start()
    if (span === undefined) return
    const attributes = this.#attributesOf(error)
    if (clientFailure(error) === undefined) span.setAttributes(attributes).end()
    else failed(span, error, () => ({ attributes }))
  }

  #start(links: Link[] = []): Span | undefined {
    const { name, kind, attributes } = this.#described
    return this.#calls.start(() => ({ name, attributes, links, startTime: this.#startTime }), kind, this.#caller)
  }

  /** Outputs and errors have the same metadata. */
  #attributesOf(answer: unknown): Attributes {
    const metadata = propertyOf(answer, '$metadata')
    const status = propertyOf(metadata, 'httpStatusCode')
    return {
      ...this.#server,
      'cloud.region': regionOf(this.#client),
      'http.response.status_code': typeof status === 'number' ? status : undefined,
      'aws.request_id': textOf(metadata, 'requestId'),
      'aws.extended_request_id': textOf(metadata, 'extendedRequestId'),
    }
  }
}
