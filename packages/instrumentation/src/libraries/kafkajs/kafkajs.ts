import { textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import type { Library } from '../library'
import { type Consumer, patchRun } from './handlers'
import { startSending, type TopicMessages } from './sending'

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
