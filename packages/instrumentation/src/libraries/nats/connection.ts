import { context, type Span, SpanKind } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import { type Calls, failed, settled } from '../calls'
import { type Connection, describe, isInternal, PUBLISH, REQUEST } from './description'
import { type Headers, type HeadersFactory, withContext } from './headers'
import { isWithinConsumer, sender, sentBy } from './inner-calls'
import { followMessages, type Handler, handling, type Messages } from './processing'

interface NatsConnection extends Connection {
  publish(subject: string, data?: unknown, options?: Sending): unknown
  request(subject: string, data?: unknown, options?: Sending): Promise<unknown>
  subscribe(subject: string, options?: { readonly callback?: Handler }): Messages
}

interface Sending {
  readonly headers?: Headers
}

/** Options with the context of the span in their headers. */
type Carry = (span: Span, options: Sending | undefined) => Sending | undefined

export function patchConnection(
  topLevel: { readonly NatsConnectionImpl?: unknown },
  calls: Calls,
  factory: HeadersFactory,
): Undo[] {
  const { prototype } = topLevel.NatsConnectionImpl as { readonly prototype: NatsConnection }
  const carry: Carry = (span, options) => {
    try {
      const headers = withContext(span, options?.headers, factory)
      return headers === undefined ? options : { ...options, headers }
    } catch (error) {
      reportOnce('the context could not be written into a message of NATS', error)
      return options
    }
  }
  return [
    patchPublish(prototype, calls, carry),
    patchRequest(prototype, calls, carry),
    patchSubscribe(prototype, calls),
  ]
}

function patchPublish(prototype: NatsConnection, calls: Calls, carry: Carry): Undo {
  return patch(
    prototype,
    'publish',
    (original) =>
      function publish(this: NatsConnection, subject, data, options) {
        const span =
          isInternal(this, subject) || sender() !== undefined
            ? undefined
            : calls.start(() => describe(PUBLISH, this, subject), SpanKind.PRODUCER)
        if (span === undefined) return original.call(this, subject, data, options)
        try {
          const result = original.call(this, subject, data, carry(span, options))
          span.end()
          return result
        } catch (error) {
          failed(span, error)
          throw error
        }
      },
  )
}

function patchRequest(prototype: NatsConnection, calls: Calls, carry: Carry): Undo {
  return patch(
    prototype,
    'request',
    (original) =>
      function request(this: NatsConnection, subject, data, options) {
        if (isInternal(this, subject)) return original.call(this, subject, data, options)
        const publisher = sender()
        if (publisher !== undefined) return original.call(this, subject, data, carry(publisher, options))
        const span = calls.start(() => describe(REQUEST, this, subject))
        if (span === undefined) return original.call(this, subject, data, options)
        try {
          const carrying = carry(span, options)
          return settled(
            span,
            context.with(sentBy(span), () => original.call(this, subject, data, carrying)),
          )
        } catch (error) {
          failed(span, error)
          throw error
        }
      },
  )
}

function patchSubscribe(prototype: NatsConnection, calls: Calls): Undo {
  return patch(
    prototype,
    'subscribe',
    (original) =>
      function subscribe(this: NatsConnection, subject, options) {
        const isInner = isInternal(this, subject) || sender() !== undefined || isWithinConsumer()
        if (!calls.enabled || isInner) return original.call(this, subject, options)
        const source = { calls, connection: this, pattern: subject }
        const callback = options?.callback
        if (typeof callback !== 'function') return followMessages(original.call(this, subject, options), source)
        const handler: Handler = function (error, message) {
          const run = () => callback.call(this, error, message)
          return error || !message ? run() : handling(source, message, run)
        }
        return original.call(this, subject, { ...options, callback: handler })
      },
  )
}
