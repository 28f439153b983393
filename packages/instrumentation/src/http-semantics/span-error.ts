import { type Span, SpanStatusCode } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'

const MAX_TYPE_LENGTH = 1_024

/**
 * The low-cardinality class of an error for `error.type`: its `code` when that is a string (`ECONNREFUSED`), else its name.
 * Total: whatever was thrown, hostile getters included, it answers.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/
 */
export function errorType(error: unknown): string {
  return (textOf(error, 'code') ?? textOf(error, 'name') ?? '_OTHER').slice(0, MAX_TYPE_LENGTH)
}

/** What libraries call the error of a request that its caller has given up: the web and Node, axios, and p-cancelable with got. */
const CANCELS: ReadonlySet<unknown> = new Set(['AbortError', 'CanceledError', 'CancelError'])

/**
 * What went wrong when a client request ended with this error: nothing when its caller gave it up on purpose, the timeout
 * when `AbortSignal.timeout()` did, which Node wraps into the same `AbortError`.
 */
export function clientFailure(error: unknown): unknown {
  if (!isCancel(error)) return error
  const cause = propertyOf(error, 'cause')
  return isTimeout(cause) ? cause : undefined
}

/** Whether it is the error of `AbortSignal.timeout()`, or one that calls itself the same. */
export function isTimeout(error: unknown): boolean {
  return textOf(error, 'name') === 'TimeoutError'
}

function isCancel(error: unknown): boolean {
  return CANCELS.has(textOf(error, 'name')) || propertyOf(error, '__CANCEL__') === true
}

/** Records an error on a span: the exception event, `error.type`, and status ERROR with the error's message. */
export function recordSpanError(span: Span, error: unknown, type: string = errorType(error)): void {
  const message = textOf(error, 'message') ?? (typeof error === 'string' ? error : '')
  const stack = textOf(error, 'stack')
  span.recordException({ name: textOf(error, 'name') ?? type, message, ...(stack && { stack }) })
  span.setAttribute(ATTR_ERROR_TYPE, type)
  span.setStatus({ code: SpanStatusCode.ERROR, message })
}

/** A property of anything, if that is a text. */
export function textOf(value: unknown, name: string): string | undefined {
  const text = propertyOf(value, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A property of anything, a getter that throws included. */
export function propertyOf(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name]
  } catch {
    return undefined
  }
}
