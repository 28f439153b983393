import { type Attributes, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api'
import { patch } from '../../patch'
import type { Calls } from '../calls'
import { contextOf, describeMessage, handle, linksTo, type Operation } from '../messaging/messages'
import { type Message, SYSTEM } from './sending'

export interface Consumer {
  run(config?: Handlers): Promise<unknown>
}

interface Handlers {
  readonly eachMessage?: Handler<{ readonly topic: string; readonly partition: number; readonly message: Message }>
  readonly eachBatch?: Handler<{
    readonly batch: { readonly topic: string; readonly partition: number; readonly messages: readonly Message[] }
  }>
}

type Handler<Payload> = ((payload: Payload) => unknown) | null

const PROCESS: Operation = { name: 'process', type: 'process' }

/** @param group - of the consumer */
export function patchRun(consumer: Consumer, group: string | undefined, calls: Calls): void {
  patch(
    consumer,
    'run',
    (original) =>
      function run(this: Consumer, config) {
        if (!calls.enabled || !config) return original.call(this, config)
        const { eachMessage, eachBatch } = config
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
    return handle(span, parent, run)
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
    return handle(span, ROOT_CONTEXT, run)
  }
}

/** Neither keys nor values. */
function describe(topic: string, partition: number, group: string | undefined, more: Attributes) {
  return describeMessage(SYSTEM, PROCESS, topic, {
    'messaging.destination.partition.id': `${partition}`,
    ...(group && { 'messaging.consumer.group.name': group }),
    ...more,
  })
}
