import { propagation, SpanKind } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { describeMessage, linksTo, type Operation } from '../messaging/messages'
import { parsed } from './json'
import type { ServiceCall } from './service-call'

type Carrier = Readonly<Record<string, string>>

/** As many as SQS and SNS take, and pass on. */
const MAX_ATTRIBUTES = 10

const SEND: Operation = { name: 'send', type: 'send' }
const PUBLISH: Operation = { name: 'publish', type: 'send' }
const RECEIVE: Operation = { name: 'receive', type: 'receive' }

/** @see https://opentelemetry.io/docs/specs/semconv/messaging/sqs/ */
export function SQS(operation: string, input: unknown): ServiceCall {
  const url = textOf(input, 'QueueUrl')
  const described = (by: Operation, batch?: unknown) =>
    describeMessage('aws_sqs', by, afterLast('/', url), {
      'aws.sqs.queue.url': url,
      ...countOf(batch),
    })
  switch (operation) {
    case 'SendMessage':
      return { ...described(SEND), kind: SpanKind.PRODUCER, sentInput: withAttributes, answered: messageId }
    case 'SendMessageBatch':
      return {
        ...described(SEND, propertyOf(input, 'Entries')),
        kind: SpanKind.PRODUCER,
        sentInput: (given, carrier) => withEntries(given, 'Entries', carrier),
      }
    case 'ReceiveMessage':
      return { ...described(RECEIVE), isPoll: true, sentInput: askingForContext, answered: received }
    default:
      return { attributes: { 'aws.sqs.queue.url': url } }
  }
}

/** @see https://opentelemetry.io/docs/specs/semconv/messaging/sns/ */
export function SNS(operation: string, input: unknown): ServiceCall {
  const topic = textOf(input, 'TopicArn') ?? textOf(input, 'TargetArn')
  const described = (batch?: unknown) =>
    // A number that a text message goes to is nobody's business.
    describeMessage('aws.sns', PUBLISH, afterLast(':', topic), {
      ...(!topic && { 'messaging.destination.name': undefined }),
      'aws.sns.topic.arn': topic,
      ...countOf(batch),
    })
  switch (operation) {
    case 'Publish':
      return {
        ...described(),
        kind: SpanKind.PRODUCER,
        ...(topic && { sentInput: withAttributes }),
        answered: messageId,
      }
    case 'PublishBatch':
      return {
        ...described(propertyOf(input, ENTRIES_OF_SNS)),
        kind: SpanKind.PRODUCER,
        sentInput: (given, carrier) => withEntries(given, ENTRIES_OF_SNS, carrier),
      }
    default:
      return { attributes: { 'aws.sns.topic.arn': topic } }
  }
}

const ENTRIES_OF_SNS = 'PublishBatchRequestEntries'

function afterLast(separator: string, text = ''): string {
  return text.slice(text.lastIndexOf(separator) + 1)
}

const countOf = (batch: unknown) => (Array.isArray(batch) ? { 'messaging.batch.message_count': batch.length } : {})

const messageId = (output: unknown) => ({ attributes: { 'messaging.message.id': textOf(output, 'MessageId') } })

/** The app's attributes stay, and come before ours where there is no room for all. */
function withAttributes(message: object, carrier: Carrier): object {
  const attributes: Record<string, unknown> = { ...(propertyOf(message, 'MessageAttributes') as object | undefined) }
  for (const [name, value] of Object.entries(carrier)) {
    if (name in attributes || Object.keys(attributes).length < MAX_ATTRIBUTES)
      attributes[name] = { DataType: 'String', StringValue: value }
  }
  return { ...message, MessageAttributes: attributes }
}

function withEntries(batch: object, name: string, carrier: Carrier): object {
  const entries = propertyOf(batch, name)
  return Array.isArray(entries) ? { ...batch, [name]: entries.map((each) => withAttributes(each, carrier)) } : batch
}

/** SQS returns the attributes that it is asked for. */
function askingForContext(input: object): object {
  const given = propertyOf(input, 'MessageAttributeNames')
  const names: readonly unknown[] = Array.isArray(given) ? given : []
  if (names.includes('All') || names.includes('.*')) return input
  return { ...input, MessageAttributeNames: [...new Set([...names, ...propagation.fields()])] }
}

function received(output: unknown) {
  const messages = propertyOf(output, 'Messages')
  if (!Array.isArray(messages) || messages.length === 0) return undefined
  return {
    attributes: {
      'messaging.batch.message_count': messages.length,
      ...(messages.length === 1 && { 'messaging.message.id': textOf(messages[0], 'MessageId') }),
    },
    links: linksTo(messages.map((message) => ({ headers: headersOf(message) }))),
  }
}

/** SNS puts a message with its attributes into the body of one of SQS, where it is not told to do otherwise. */
function headersOf(message: unknown): Carrier {
  const body = textOf(message, 'Body')
  const notification = body?.includes('"traceparent"') && body.includes('"Notification"') ? parsed(body) : undefined
  const attributes = { ...attributesOf(notification), ...attributesOf(message) }
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      textOf(value, 'StringValue') ?? textOf(value, 'Value') ?? '',
    ]),
  )
}

const attributesOf = (message: unknown) => propertyOf(message, 'MessageAttributes') as object | undefined
