import { type Attributes, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api'
import { textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, failed, settled } from '../calls'
import type { Library } from '../library'
import { contextOf, describeMessage, handle, inject, linksTo, type Operation } from '../messaging/messages'

interface Kafka {
  producer(...args: unknown[]): Producer
  consumer(options?: { readonly groupId?: string }): Consumer
}

/** A transaction has the same two. */
interface Sender {
  send(record: TopicMessages): Promise<unknown>
  sendBatch(batch: { readonly topicMessages?: readonly TopicMessages[] }): Promise<unknown>
}

interface Producer extends Sender {
  transaction(...args: unknown[]): Promise<Sender>
}

interface TopicMessages {
  readonly topic: string
  readonly messages: readonly Message[]
}

interface Message {
  readonly headers?: Readonly<Record<string, unknown>>
  readonly value?: unknown
  readonly offset?: string
}

interface Consumer {
  run(config?: Handlers): Promise<unknown>
}

interface Handlers {
  readonly eachMessage?: Handler<{ readonly topic: string; readonly partition: number; readonly message: Message }>
  readonly eachBatch?: Handler<{
    readonly batch: { readonly topic: string; readonly partition: number; readonly messages: readonly Message[] }
  }>
}

type Handler<Payload> = ((payload: Payload) => unknown) | null

const SEND: Operation = { name: 'send', type: 'send' }
const PROCESS: Operation = { name: 'process', type: 'process' }

/**
 * Kafka by `kafkajs`: a span for each topic that a call sends to, for each message that is handled, and
 * for each batch, which has links to those who have sent its messages.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/kafka/
 */
export const KAFKAJS: Library = {
  name: 'kafkajs',
  files: [{ packageName: 'kafkajs', file: 'index.js', names: ['Kafka'], majors: [2], patch: patchKafka }],
}

function patchKafka(topLevel: { readonly Kafka?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Kafka as { readonly prototype: Kafka }
  return [
    patch(
      prototype,
      'producer',
      (original) =>
        function producer(this: Kafka, ...args) {
          const created = original.apply(this, args)
          patchSender(created, calls)
          patch(
            created,
            'transaction',
            (begin) =>
              async function transaction(this: Producer, ...given) {
                const begun = await begin.apply(this, given)
                patchSender(begun, calls)
                return begun
              },
          )
          return created
        },
    ),
    patch(
      prototype,
      'consumer',
      (original) =>
        function consumer(this: Kafka, options) {
          const created = original.call(this, options)
          patchRun(created, textOf(options, 'groupId'), calls)
          return created
        },
    ),
  ]
}

function patchSender(sender: Sender, calls: Calls): void {
  patch(
    sender,
    'send',
    (original) =>
      function send(this: Sender, record) {
        const sending = startSending([record], calls)
        return sending === undefined
          ? original.call(this, record)
          : sending.follow(original.call(this, sending.topicMessages[0]!))
      },
  )
  patch(
    sender,
    'sendBatch',
    (original) =>
      function sendBatch(this: Sender, batch) {
        const sending = startSending(batch?.topicMessages, calls)
        return sending === undefined
          ? original.call(this, batch)
          : sending.follow(original.call(this, { ...batch, topicMessages: sending.topicMessages }))
      },
  )
}

/** Messages with the context of the span of their topic. The app's own stay as they are. */
function startSending(given: readonly TopicMessages[] | undefined, calls: Calls) {
  if (!calls.enabled || !Array.isArray(given) || !given.every((each) => Array.isArray(each?.messages))) return undefined
  const spans = given.map(({ topic, messages }: TopicMessages) =>
    calls.start(
      () =>
        describeMessage(SYSTEM, SEND, topic, {
          ...(messages.length > 1 && { 'messaging.batch.message_count': messages.length }),
        }),
      SpanKind.PRODUCER,
    ),
  )
  const topicMessages = given.map((each: TopicMessages, index) => {
    const span = spans[index]
    return span === undefined ? each : { ...each, messages: each.messages.map((message) => injected(span, message)) }
  })
  const follow = (sent: Promise<unknown>) =>
    spans.reduce((sending, span) => (span ? settled(span, sending) : sending), sent)
  return { topicMessages, follow }
}

function injected(span: Parameters<typeof inject>[0], message: Message): Message {
  if (typeof message !== 'object' || message === null) return message
  const headers = { ...message.headers }
  inject(span, headers)
  return { ...message, headers }
}

function patchRun(consumer: Consumer, group: string | undefined, calls: Calls): void {
  patch(
    consumer,
    'run',
    (original) =>
      function run(this: Consumer, config) {
        if (!calls.enabled) return original.call(this, config)
        const { eachMessage, eachBatch } = config ?? {}
        return original.call(this, {
          ...config,
          ...(eachMessage && { eachMessage: perMessage(eachMessage, group, calls) }),
          ...(eachBatch && { eachBatch: perBatch(eachBatch, group, calls) }),
        })
      },
  )
}

function perMessage(handler: NonNullable<Handlers['eachMessage']>, group: string | undefined, calls: Calls) {
  return function eachMessage(this: unknown, payload: Parameters<typeof handler>[0]) {
    const run = () => handler.call(this, payload)
    if (!calls.enabled) return run()
    const { topic, partition, message } = payload
    const parent = contextOf(message.headers)
    const span = calls.start(
      () => describe(topic, partition, group, { 'messaging.kafka.offset': Number(message.offset) }),
      SpanKind.CONSUMER,
      parent,
    )
    if (span === undefined) return run()
    return handle(
      span,
      parent,
      run,
      () => span.end(),
      (error) => failed(span, error),
    )
  }
}

function perBatch(handler: NonNullable<Handlers['eachBatch']>, group: string | undefined, calls: Calls) {
  return function eachBatch(this: unknown, payload: Parameters<typeof handler>[0]) {
    const run = () => handler.call(this, payload)
    const { topic, partition, messages } = payload.batch
    const span = calls.start(
      () => ({
        ...describe(topic, partition, group, { 'messaging.batch.message_count': messages.length }),
        links: linksTo(messages),
      }),
      SpanKind.CONSUMER,
      ROOT_CONTEXT,
    )
    if (span === undefined) return run()
    return handle(
      span,
      ROOT_CONTEXT,
      run,
      () => span.end(),
      (error) => failed(span, error),
    )
  }
}

const SYSTEM = 'kafka'

/** Neither keys nor values. */
function describe(topic: string, partition: number, group: string | undefined, more: Attributes) {
  return describeMessage(SYSTEM, PROCESS, topic, {
    'messaging.destination.partition.id': `${partition}`,
    ...(group && { 'messaging.consumer.group.name': group }),
    ...more,
  })
}
