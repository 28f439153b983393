import {
  type Attributes,
  type Context,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api'
import { reportOnce } from '../../report'
import { failed as endFailed } from '../calls'

/** What is done with a message: as its system calls it, and as the conventions do. */
export interface Operation {
  readonly name: string
  readonly type: 'send' | 'receive' | 'process'
}

/**
 * The name and the attributes of an operation. What is `undefined` among the attributes is left out by
 * the span.
 *
 * @param destination - a name of which there are few, for the span's name
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/
 */
export function describeMessage(system: string, { name, type }: Operation, destination: string, more: Attributes) {
  const attributes: Attributes = {
    'messaging.system': system,
    'messaging.operation.name': name,
    'messaging.operation.type': type,
    'messaging.destination.name': destination,
    ...more,
  }
  return { name: destination ? `${name} ${destination}` : name, attributes }
}

/** Writes the context of the span into the headers of its message, for the one who receives it. */
export function inject(span: Span, headers: object): void {
  try {
    propagation.inject(trace.setSpan(context.active(), span), headers)
  } catch (error) {
    reportOnce('the context could not be written into a message', error)
  }
}

/**
 * The context that a message has brought. The active one is that of whoever has opened the connection,
 * and no part of it.
 */
export function contextOf(headers: unknown): Context {
  try {
    return typeof headers === 'object' && headers !== null
      ? propagation.extract(ROOT_CONTEXT, headers, FROM_HEADERS)
      : ROOT_CONTEXT
  } catch (error) {
    reportOnce('the context of a message could not be read', error)
    return ROOT_CONTEXT
  }
}

/** Links to those who have sent the messages. */
export function linksTo(messages: Iterable<{ readonly headers?: unknown }>): Link[] {
  const links: Link[] = []
  for (const { headers } of messages) {
    const sender = trace.getSpanContext(contextOf(headers))
    if (sender !== undefined) links.push({ context: sender })
    if (links.length === MAX_LINKS) break
  }
  return links
}

/** As many as a span has by default. */
const MAX_LINKS = 128

/** Values may be bytes, and lists. */
const FROM_HEADERS: TextMapGetter<object> = {
  keys: Object.keys,
  get(headers, name) {
    const value = (headers as Record<string, unknown>)[name]
    const first = Array.isArray(value) ? value[0] : value
    return Buffer.isBuffer(first) ? first.toString() : typeof first === 'string' ? first : undefined
  },
}

/**
 * Runs what handles a message with the span active.
 *
 * @param done - is told that it has returned, or that its promise is fulfilled. @default ends the span
 * @param failed - is told what it threw, or what its promise was rejected with. @default ends the span
 * @returns what it returned; in place of a promise one that settles as that does
 */
export function handle(
  span: Span,
  parent: Context,
  handler: () => unknown,
  done: () => void = () => span.end(),
  failed: (error: unknown) => void = (error) => endFailed(span, error),
): unknown {
  let result: unknown
  try {
    result = context.with(trace.setSpan(parent, span), handler)
  } catch (error) {
    failed(error)
    throw error
  }
  // Whatever promise: those who call handlers await it, or leave it alone.
  if (typeof (result as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function')
    return whenSettled(result as PromiseLike<unknown>, done, failed)
  done()
  return result
}

async function whenSettled(result: PromiseLike<unknown>, done: () => void, failed: (error: unknown) => void) {
  try {
    const value = await result
    done()
    return value
  } catch (error) {
    failed(error)
    throw error
  }
}
