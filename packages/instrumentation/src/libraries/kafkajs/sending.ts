import { SpanKind } from '@opentelemetry/api'
import { type Calls, settled } from '../calls'
import { describeMessage, inject, type Operation } from '../messaging/messages'

export interface TopicMessages {
  readonly topic: string
  readonly messages: readonly Message[]
}

export interface Message {
  readonly headers?: Readonly<Record<string, unknown>>
  readonly value?: unknown
  readonly offset?: string
}

/** In `messaging.system`. */
export const SYSTEM = 'kafka'

const SEND: Operation = { name: 'send', type: 'send' }

/** Messages with the context of the span of their topic. The app's own stay as they are. */
export function startSending(given: readonly TopicMessages[] | undefined, calls: Calls) {
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
