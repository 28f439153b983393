import type { Attributes } from '@opentelemetry/api'

/**
 * What an exception says of itself, as the attributes of the semantic conventions. Total: it may be anything, since anything can be thrown.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/exception/
 */
export function exceptionAttributes(exception: unknown): Attributes {
  if (typeof exception === 'string') return { 'exception.message': exception }
  const attributes: Attributes = {}
  if (typeof exception !== 'object' || exception === null) return attributes
  const { code, name, message, stack } = exception as NodeJS.ErrnoException
  if (code) attributes['exception.type'] = String(code)
  else if (name) attributes['exception.type'] = name
  if (message) attributes['exception.message'] = message
  if (stack) attributes['exception.stacktrace'] = stack
  return attributes
}
