import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import type { Calls } from '../calls'
import { type Consumer, patchRun } from '../kafkajs/handlers'
import { startSending, type TopicMessages } from '../kafkajs/sending'
import type { Library } from '../library'

interface Kafka {
  /** @param options - with the settings of librdkafka, and those of KafkaJS apart */
  consumer(options?: unknown): Consumer
}

interface Producer {
  send(record: TopicMessages): Promise<unknown>
}

const KAFKA_JAVASCRIPT = { packageName: '@confluentinc/kafka-javascript', majors: [1] }

/**
 * Kafka by `@confluentinc/kafka-javascript`, the half of it that is called as KafkaJS is, and as that
 * one is traced.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/kafka/
 */
export const KAFKAJAVASCRIPT: Library = {
  name: 'kafka-javascript',
  files: [
    { ...KAFKA_JAVASCRIPT, file: 'lib/kafkajs/_producer.js', names: ['Producer'], patch: patchProducer },
    { ...KAFKA_JAVASCRIPT, file: 'lib/kafkajs/_kafka.js', names: ['Kafka'], patch: patchKafka },
  ],
}

/** A batch is sent by one call of this for each topic, and a transaction is the producer itself. */
function patchProducer(topLevel: { readonly Producer?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Producer as { readonly prototype: Producer }
  return [
    patch(
      prototype,
      'send',
      (original) =>
        function send(this: Producer, record) {
          const sending = startSending([record], calls)
          return sending === undefined
            ? original.call(this, record)
            : sending.follow(original.call(this, sending.topicMessages[0]!))
        },
    ),
  ]
}

function patchKafka(topLevel: { readonly Kafka?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Kafka as { readonly prototype: Kafka }
  return [
    patch(
      prototype,
      'consumer',
      (original) =>
        function consumer(this: Kafka, options) {
          // The library takes the settings of KafkaJS out of the options.
          const group = textOf(propertyOf(options, 'kafkaJS'), 'groupId') ?? textOf(options, 'group.id')
          const created = original.call(this, options)
          patchRun(created, group, calls)
          return created
        },
    ),
  ]
}
