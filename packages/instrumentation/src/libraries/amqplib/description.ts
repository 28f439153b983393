import type { Attributes } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { describeMessage, type Operation } from '../messaging/messages'

/** What the app says of a message that it publishes. */
export interface Publishing {
  readonly messageId?: unknown
  readonly correlationId?: unknown
}

export interface Message {
  readonly fields: { readonly deliveryTag: number; readonly exchange?: string; readonly routingKey?: string }
  readonly properties?: Publishing & { readonly headers?: unknown }
  readonly content?: unknown
}

interface Destination {
  readonly exchange?: string
  readonly routingKey?: string
  readonly queue?: string
  readonly deliveryTag?: number
}

export const SEND: Operation = { name: 'send', type: 'send' }
export const RECEIVE: Operation = { name: 'receive', type: 'receive' }
export const PROCESS: Operation = { name: 'process', type: 'process' }

const SYSTEM = 'rabbitmq'
const connections = new WeakMap<object, Attributes>()

/** Never its content. */
export function describe(
  operation: Operation,
  channel: { readonly connection: unknown },
  { exchange, routingKey, queue, deliveryTag }: Destination,
  message: { readonly content?: unknown; readonly properties?: Publishing | undefined } = {},
) {
  const { content, properties } = message
  const parts = new Set([exchange, routingKey, queue].filter(Boolean))
  // Of a key within an exchange there may be as many as there are messages.
  const name = queue || exchange || routingKey || ''
  const isAnonymous = name.startsWith('amq.gen') || name.startsWith('amq.rabbitmq.reply-to')
  const id = textOf(properties, 'messageId')
  const conversationId = textOf(properties, 'correlationId')
  return describeMessage(SYSTEM, operation, isAnonymous ? '(anonymous)' : name, {
    ...connectionOf(channel.connection),
    'messaging.destination.name': [...parts].join(':'),
    ...(isAnonymous && { 'messaging.destination.anonymous': true, 'messaging.destination.temporary': true }),
    ...(routingKey && { 'messaging.rabbitmq.destination.routing_key': routingKey }),
    ...(deliveryTag !== undefined && { 'messaging.rabbitmq.message.delivery_tag': deliveryTag }),
    ...(id !== undefined && { 'messaging.message.id': id }),
    ...(conversationId !== undefined && { 'messaging.message.conversation_id': conversationId }),
    ...(Buffer.isBuffer(content) && { 'messaging.message.body.size': content.length }),
  })
}

function connectionOf(connection: unknown): Attributes | undefined {
  if (typeof connection !== 'object' || connection === null) return undefined
  const known = connections.get(connection)
  if (known !== undefined) return known
  const stream = propertyOf(connection, 'stream')
  // The name that the app has connected to, and where that has led.
  const peer = textOf(stream, 'remoteAddress')
  const host = textOf(stream, 'servername') ?? textOf(stream, '_host') ?? peer
  const port = propertyOf(stream, 'remotePort')
  const attributes: Attributes = {
    ...(host && { 'server.address': host }),
    ...(typeof port === 'number' && { 'server.port': port }),
    ...(peer && { 'network.peer.address': peer }),
    ...(peer && typeof port === 'number' && { 'network.peer.port': port }),
  }
  connections.set(connection, attributes)
  return attributes
}
