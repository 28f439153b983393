import { type Context, type Span, SpanKind } from '@opentelemetry/api'
import { patch } from '../../patch'
import type { Calls } from '../calls'
import { contextOf, handle } from '../messaging/messages'
import { type Connection, describe, type Message, PROCESS } from './description'
import { headersOf } from './headers'

export type Handler = (this: unknown, error: unknown, message: Message | undefined) => unknown

/** Where messages come from. */
interface Source {
  readonly calls: Calls
  readonly connection: Connection
  /** What the app has subscribed to, where that is known. */
  readonly pattern?: string
}

/** What hands messages to a loop. */
export interface Messages {
  [Symbol.asyncIterator](): AsyncIterator<Message>
}

function startProcessing({ calls, connection, pattern }: Source, { subject }: Message, parent: Context) {
  return calls.start(() => describe(PROCESS, connection, subject, pattern), SpanKind.CONSUMER, parent)
}

/** Runs what handles a message, with its span active. */
export function handling(source: Source, message: Message, run: () => unknown): unknown {
  if (!source.calls.enabled) return run()
  const parent = contextOf(headersOf(message))
  const span = startProcessing(source, message, parent)
  if (span === undefined) return run()
  return handle(span, parent, run)
}

/**
 * A loop cannot run in the context of what it has been handed. The span of a message lasts until the loop
 * asks for the next one, or ends.
 */
export function followMessages<Followed extends Messages>(messages: Followed, source: Source): Followed {
  patch(
    messages as Messages,
    Symbol.asyncIterator,
    (original) =>
      function (this: Messages) {
        return followed(original.call(this), source)
      },
  )
  return messages
}

function followed(iterator: AsyncIterator<Message>, source: Source): AsyncIterator<Message> {
  let current: Span | undefined
  const end = () => {
    current?.end()
    current = undefined
  }
  patch(
    iterator,
    'next',
    (original) =>
      async function (this: AsyncIterator<Message>, ...args) {
        end()
        const result = await original.apply(this, args)
        if (!result.done && source.calls.enabled)
          current = startProcessing(source, result.value, contextOf(headersOf(result.value)))
        return result
      },
  )
  patch(
    iterator,
    'return',
    (original) =>
      original &&
      function (this: AsyncIterator<Message>, ...args) {
        end()
        return original.apply(this, args)
      },
  )
  return iterator
}
