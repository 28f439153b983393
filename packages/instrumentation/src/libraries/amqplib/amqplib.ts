import { context, type Span, SpanKind } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { type Calls, ending, failed } from '../calls'
import type { Library } from '../library'
import { contextOf, handle, inject, linksTo } from '../messaging/messages'
import { describe, type Message, PROCESS, type Publishing, RECEIVE, SEND } from './description'
import { endWhenConfirmed, nextDeliveryTag } from './unconfirmed'
import { patchSettling, unsettled } from './unsettled'

interface Channel {
  readonly connection: unknown
  publish(exchange: string, routingKey: string, content: unknown, options?: Options, confirmed?: unknown): unknown
  consume(queue: string, handler: unknown, options?: { readonly noAck?: boolean }, callback?: unknown): unknown
  get(queue: string, options?: unknown, callback?: unknown): unknown
}

type Options = Publishing & { readonly headers?: object }
type Callback = (...args: unknown[]) => unknown
type ChannelClass = (new () => Channel) & { readonly prototype: Channel }

const FILE = { packageName: 'amqplib', names: ['Channel', 'ConfirmChannel'], majors: [0, 1, 2], patch: patchChannels }

/**
 * RabbitMQ by `amqplib`: a span for each message that is published, which ends with the confirmation
 * where there is one; for each that is got; and for each that is delivered, which ends when the message
 * is acknowledged or refused.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/rabbitmq/
 */
export const AMQPLIB: Library = {
  name: 'amqplib',
  files: [
    { ...FILE, file: 'lib/channel_model.js' },
    { ...FILE, file: 'lib/callback_model.js' },
  ],
}

function patchChannels(topLevel: { readonly [name: string]: unknown }, calls: Calls): Undo[] {
  const { Channel, ConfirmChannel } = topLevel as Readonly<Record<'Channel' | 'ConfirmChannel', ChannelClass>>
  const { prototype } = Channel
  return [
    patchPublish(ConfirmChannel.prototype, calls, () => true),
    // A channel with confirmations calls this one too.
    patchPublish(prototype, calls, (channel) => (channel instanceof ConfirmChannel ? undefined : false)),
    patchConsume(prototype, calls),
    patchGet(prototype, calls),
    ...patchSettling(prototype),
  ]
}

/** @param isConfirmed - `undefined` for a channel that is traced elsewhere */
function patchPublish(prototype: Channel, calls: Calls, isConfirmed: (channel: Channel) => boolean | undefined): Undo {
  return patch(
    prototype,
    'publish',
    (original) =>
      function publish(this: Channel, exchange, routingKey, content, options, ...rest) {
        const confirmed = isConfirmed(this)
        const span =
          confirmed === undefined
            ? undefined
            : calls.start(
                () => describe(SEND, this, { exchange, routingKey }, { content, properties: options }),
                SpanKind.PRODUCER,
              )
        if (span === undefined) return original.call(this, exchange, routingKey, content, options, ...rest)
        // The library reads inherited ones too, and the app's own stay as they are.
        const headers = Object.create(options?.headers ?? null) as object
        inject(span, headers)
        const sent = Object.create(options ?? null, { headers: { value: headers, enumerable: true } }) as Options
        const isTold = typeof rest[0] === 'function'
        if (confirmed && isTold) rest[0] = ending(span, rest[0] as Callback)
        const deliveryTag = confirmed ? nextDeliveryTag(this) : 0
        try {
          const result = original.call(this, exchange, routingKey, content, sent, ...rest)
          if (!confirmed) span.end()
          else if (!isTold) endWhenConfirmed(this, deliveryTag, span)
          return result
        } catch (error) {
          failed(span, error)
          throw error
        }
      },
  )
}

function patchConsume(prototype: Channel, calls: Calls): Undo {
  return patch(
    prototype,
    'consume',
    (original) =>
      function consume(this: Channel, queue, handler, options, callback, ...rest) {
        if (!calls.enabled || typeof handler !== 'function')
          return original.call(this, queue, handler, options, callback, ...rest)
        const deliver = (message: Message | null) => {
          // `null` tells that the server has cancelled the consumer.
          if (message === null || !calls.enabled) return handler(message)
          const parent = contextOf(message.properties?.headers)
          const span = calls.start(
            () => describe(PROCESS, this, { ...message.fields, queue }, message),
            SpanKind.CONSUMER,
            parent,
          )
          if (span === undefined) return handler(message)
          const { deliveryTag } = message.fields
          if (!options?.noAck) unsettled.remember(this, deliveryTag, span)
          return handle(
            span,
            parent,
            () => handler(message),
            () => options?.noAck && span.end(),
            (error) => {
              if (options?.noAck || unsettled.forget(this, deliveryTag)) failed(span, error)
            },
          )
        }
        return original.call(this, queue, deliver, options, inCallersContext(callback), ...rest)
      },
  )
}

/** Only a message is a span, and what fails: an empty queue is asked again and again. */
function patchGet(prototype: Channel, calls: Calls): Undo {
  return patch(
    prototype,
    'get',
    (original) =>
      function get(this: Channel, queue, options, callback, ...rest) {
        if (!calls.enabled) return original.call(this, queue, options, callback, ...rest)
        const startTime = Date.now()
        const caller = context.active()
        const start = (message?: Message) =>
          calls.start(
            () => ({
              ...describe(RECEIVE, this, { ...message?.fields, queue }, message),
              startTime,
              ...(message && { links: linksTo([message.properties ?? {}]) }),
            }),
            SpanKind.CLIENT,
            caller,
          )
        const got = (message: unknown) => {
          if (message) start(message as Message)?.end()
        }
        const notGot = (error: unknown) => {
          const span: Span | undefined = start()
          if (span) failed(span, error)
        }
        if (typeof callback !== 'function') {
          const result = original.call(this, queue, options, callback, ...rest)
          return result instanceof Promise ? told(result, got, notGot) : result
        }
        const answered = (error: unknown, message: unknown) =>
          context.with(caller, () => {
            if (error === null || error === undefined) got(message)
            else notGot(error)
            return callback(error, message)
          })
        return original.call(this, queue, options, answered, ...rest)
      },
  )
}

async function told(result: Promise<unknown>, got: (message: unknown) => void, notGot: (error: unknown) => void) {
  try {
    const message = await result
    got(message)
    return message
  } catch (error) {
    notGot(error)
    throw error
  }
}

/** The server answers in the context of whoever opened the connection. */
function inCallersContext(callback: unknown): unknown {
  return typeof callback === 'function' ? context.bind(context.active(), callback as Callback) : callback
}
