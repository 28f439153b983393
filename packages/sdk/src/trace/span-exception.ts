import type { Attributes } from '@opentelemetry/api'
import { exceptionAttributes } from '../exception-attributes'
import { ignoredCalls } from '../ignored-calls'

/** What an exception says of itself. One that says nothing is counted. */
export function readException(exception: unknown): Attributes | undefined {
  const attributes = exceptionAttributes(exception)
  if (attributes['exception.type'] || attributes['exception.message']) return attributes
  ignoredCalls.note('exception', () => 'an exception is not recorded: it has neither a type nor a message')
  return undefined
}
