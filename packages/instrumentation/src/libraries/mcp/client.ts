import { context, propagation, type Span, trace } from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Calls } from '../calls'
import { serverOf } from '../gen-ai/attributes'
import { deepOf } from '../gen-ai/content'
import { answered, describe, type Message, refused } from './message'

/** What sends requests: a client, and a server that asks its client. */
interface Protocol {
  /** That of the next request. */
  readonly _requestMessageId?: number
  readonly transport?: unknown
  /** In 1. */
  request?(message: Message, ...rest: unknown[]): Promise<unknown>
  /** In 2, in which `request` calls it too. */
  _requestWithSchemaViaCodec?(codec: unknown, message: Message, ...rest: unknown[]): Promise<unknown>
}

export function patchRequests(prototype: Protocol, calls: Calls): Undo[] {
  const send = (
    protocol: Protocol,
    message: Message,
    options: unknown,
    original: (sent: Message) => Promise<unknown>,
  ) => {
    const { transport } = protocol
    const span = calls.start(() => {
      const { name, attributes } = describe(message, protocol._requestMessageId, transport, calls.recordsContent)
      return { name, attributes: { ...attributes, ...serverOf(deepOf(transport, '_url', 'href')) } }
    })
    if (span === undefined) return original(message)
    const active = trace.setSpan(context.active(), span)
    return context.with(active, () => {
      try {
        return whenAnswered(original(injected(message)), span, message, options, calls.recordsContent)
      } catch (error) {
        refused(span, error)
        throw error
      }
    })
  }
  if (typeof prototype._requestWithSchemaViaCodec === 'function')
    return [
      patch(
        prototype,
        '_requestWithSchemaViaCodec',
        (original) =>
          function (this: Protocol, codec, message, schema, options, ...rest) {
            return send(this, message, options, (sent) => original!.call(this, codec, sent, schema, options, ...rest))
          },
      ),
    ]
  return [
    patch(
      prototype,
      'request',
      (original) =>
        function request(this: Protocol, message, schema, options, ...rest) {
          return send(this, message, options, (sent) => original!.call(this, sent, schema, options, ...rest))
        },
    ),
  ]
}

async function whenAnswered(
  answer: Promise<unknown>,
  span: Span,
  message: Message,
  options: unknown,
  recordsContent: boolean,
): Promise<unknown> {
  try {
    const result = await answer
    answered(span, message, result, recordsContent)
    return result
  } catch (error) {
    // Who aborts a request has got what was asked for.
    if (deepOf(options, 'signal', 'aborted') === true) span.end()
    else refused(span, error)
    throw error
  }
}

/** A copy: the app’s own object stays as it is. */
function injected(message: Message): Message {
  try {
    const _meta = { ...message.params?._meta }
    propagation.inject(context.active(), _meta)
    return { ...message, params: { ...message.params, _meta } }
  } catch (error) {
    reportOnce('the context could not be put into a request of the Model Context Protocol', error)
    return message
  }
}
