import type { Attributes } from '@opentelemetry/api'

/**
 * What an exception says of itself, as the attributes of the semantic conventions. Total, since anything can be thrown: what cannot be
 * read has none.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/exception/
 */
export function exceptionAttributes(exception: unknown): Attributes {
  if (typeof exception === 'string') return { 'exception.message': exception }
  if (typeof exception !== 'object' || exception === null) return {}
  try {
    return attributesOf(exception as NodeJS.ErrnoException)
  } catch {
    return {}
  }
}

function attributesOf({ code, name, message, stack }: NodeJS.ErrnoException): Attributes {
  const attributes: Attributes = {}
  if (code) attributes['exception.type'] = String(code)
  else if (name) attributes['exception.type'] = name
  if (message) attributes['exception.message'] = message
  if (stack) attributes['exception.stacktrace'] = stack
  return attributes
}
