import type { Attributes } from '@opentelemetry/api'
import { parseAuthority } from '../../http-semantics/authority'
import { textOf } from '../../http-semantics/span-error'
import { describeMessage, type Operation } from '../messaging/messages'

/** A connection, as far as spans tell of it. */
export interface Connection {
  readonly options?: unknown
  /** `host:port`, or nothing while there is no connection. */
  getServer(): string
}

export interface Message {
  readonly subject: string
  readonly headers?: unknown
}

export const PUBLISH: Operation = { name: 'publish', type: 'send' }
export const REQUEST: Operation = { name: 'request', type: 'send' }
export const RECEIVE: Operation = { name: 'receive', type: 'receive' }
export const PROCESS: Operation = { name: 'process', type: 'process' }

const SYSTEM = 'nats'

/** @param pattern - what the app has subscribed to, where that is known */
export function describe(operation: Operation, connection: Connection, subject: string, pattern = subject) {
  const template = templateOf(pattern)
  return describeMessage(SYSTEM, operation, template, {
    ...serverOf(connection),
    'messaging.destination.name': subject || undefined,
    ...(template !== subject && { 'messaging.destination.template': template }),
  })
}

/**
 * Whether a subject is NATS' own, as those of JetStream, of stores of keys and of services are, or that
 * of one answer.
 */
export function isInternal(connection: Connection, subject: unknown): boolean {
  const prefix = textOf(connection.options, 'inboxPrefix') ?? '_INBOX'
  return typeof subject !== 'string' || subject.startsWith('$') || subject.startsWith(`${prefix}.`)
}

/** Ids are a part of many a subject: `orders.17.paid` is `orders.*.paid`. */
function templateOf(subject: string): string {
  return subject.replaceAll(/[^.]+/g, (token) => (IS_ID.test(token) ? '*' : token))
}

/** A number, or a long token that has a digit. */
const IS_ID = /^\d+$|^(?=.*\d).{16,}$/

function serverOf(connection: Connection): Attributes {
  const { host, port } = parseAuthority(connection.getServer()) ?? {}
  return { ...(host && { 'server.address': host }), ...(port && { 'server.port': port }) }
}
