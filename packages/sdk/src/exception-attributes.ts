import type { Attributes } from '@opentelemetry/api'
import { ignoredCalls } from './ignored-calls'

/**
 * UTF-16 code units kept of one text: beyond it, an error would make its span or log record too
 * large to be sent at all.
 */
const MAX_EXCEPTION_TEXT = 262_144

/**
 * What an exception says of itself, as the attributes of the semantic conventions. Total, since
 * anything can be thrown: what cannot be read has none. A text longer than 262,144 UTF-16 code
 * units is cut, and ends with `…`.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/exception/
 */
export function exceptionAttributes(exception: unknown): Attributes {
  if (typeof exception === 'string') return { 'exception.message': cut(exception) }
  if (typeof exception !== 'object' || exception === null) return {}
  try {
    return attributesOf(exception as NodeJS.ErrnoException)
  } catch {
    return {}
  }
}

/** What an exception says of itself. One that says nothing is counted. */
export function readException(exception: unknown): Attributes | undefined {
  const attributes = exceptionAttributes(exception)
  if (attributes['exception.type'] || attributes['exception.message']) return attributes
  ignoredCalls.note('exception', () => 'an exception is not recorded: it has neither a type nor a message')
  return undefined
}

function attributesOf({ code, name, message, stack }: NodeJS.ErrnoException): Attributes {
  const attributes: Attributes = {}
  if (code) attributes['exception.type'] = cut(String(code))
  else if (name) attributes['exception.type'] = cut(name)
  if (message) attributes['exception.message'] = cut(message)
  if (stack) attributes['exception.stacktrace'] = cut(stack)
  return attributes
}

function cut(text: string): string {
  return typeof text === 'string' && text.length > MAX_EXCEPTION_TEXT ? `${text.slice(0, MAX_EXCEPTION_TEXT)}…` : text
}
