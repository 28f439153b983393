import { context, type Span, SpanKind } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { type Calls, failed, settled } from '../calls'
import { linksTo } from '../messaging/messages'
import { type Connection, describe, isInternal, type Message, PUBLISH, RECEIVE } from './description'
import { headersOf } from './headers'
import { isWithinConsumer, sentBy, withinConsumer } from './inner-calls'
import { followMessages, handling, type Messages } from './processing'

interface JetStreamClient {
  readonly nc: Connection
  publish(subject: string, ...rest: unknown[]): Promise<unknown>
}

/** It pulls messages, or has them pushed. */
interface Consumer {
  readonly api: { readonly nc: Connection }
  readonly stream?: string
  consume(options?: { readonly callback?: (this: unknown, message: Message) => unknown }): Promise<Messages>
  fetch(options?: unknown): Promise<Messages>
  next(...args: unknown[]): Promise<Message | null>
}

const isTraced = (calls: Calls) => calls.enabled && !isWithinConsumer()

/** Lasts until the server has stored the message. */
export function patchJetStream(topLevel: { readonly JetStreamClientImpl?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.JetStreamClientImpl as { readonly prototype: JetStreamClient }
  return [
    patch(
      prototype,
      'publish',
      (original) =>
        function publish(this: JetStreamClient, subject, ...rest) {
          const span = isInternal(this.nc, subject)
            ? undefined
            : calls.start(() => describe(PUBLISH, this.nc, subject), SpanKind.PRODUCER)
          if (span === undefined) return original.call(this, subject, ...rest)
          try {
            return settled(
              span,
              context.with(sentBy(span), () => original.call(this, subject, ...rest)),
            )
          } catch (error) {
            failed(span, error)
            throw error
          }
        },
    ),
  ]
}

/** The classes of a file that are consumers. */
export function patchConsumers(topLevel: { readonly [name: string]: unknown }, calls: Calls): Undo[] {
  return ['PullConsumerImpl', 'OrderedPullConsumerImpl', 'PushConsumerImpl'].flatMap((name) => {
    const consumer = topLevel[name] as { readonly prototype: Consumer } | undefined
    return consumer === undefined ? [] : patchConsumer(consumer.prototype, calls)
  })
}

function patchConsumer(prototype: Consumer, calls: Calls): Undo[] {
  const sourceOf = ({ api }: Consumer) => ({ calls, connection: api.nc })
  const consume = patch(
    prototype,
    'consume',
    (original) =>
      function consume(this: Consumer, options) {
        if (!isTraced(calls)) return original.call(this, options)
        const source = sourceOf(this)
        const callback = options?.callback
        if (typeof callback !== 'function')
          return withinConsumer(() => original.call(this, options)).then((messages) => followMessages(messages, source))
        const handler: typeof callback = function (message) {
          return handling(source, message, () => callback.call(this, message))
        }
        return withinConsumer(() => original.call(this, { ...options, callback: handler }))
      },
  )
  // Where messages are pushed there is nothing to be asked for.
  if (typeof prototype.fetch !== 'function') return [consume]
  return [
    consume,
    patch(
      prototype,
      'fetch',
      (original) =>
        function fetch(this: Consumer, options) {
          if (!isTraced(calls)) return original.call(this, options)
          const source = sourceOf(this)
          return withinConsumer(() => original.call(this, options)).then((messages) => followMessages(messages, source))
        },
    ),
    patch(
      prototype,
      'next',
      (original) =>
        function next(this: Consumer, ...args) {
          if (!isTraced(calls)) return original.apply(this, args)
          const startTime = Date.now()
          return received(
            withinConsumer(() => original.apply(this, args)),
            (message) =>
              calls.start(() => ({
                ...describe(RECEIVE, this.api.nc, message?.subject ?? this.stream ?? ''),
                startTime,
                ...(message && { links: linksTo([{ headers: headersOf(message) }]) }),
              })),
          )
        },
    ),
  ]
}

/** Only a message is a span, and what fails: an empty stream is asked again and again. */
async function received(receiving: Promise<Message | null>, start: (message?: Message) => Span | undefined) {
  try {
    const message = await receiving
    if (message) start(message)?.end()
    return message
  } catch (error) {
    const span = start()
    if (span) failed(span, error)
    throw error
  }
}
