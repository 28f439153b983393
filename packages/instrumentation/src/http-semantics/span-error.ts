import { type Span, SpanStatusCode } from '@opentelemetry/api'
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions'

const MAX_TYPE_LENGTH = 1_024

/**
 * The low-cardinality class of an error for `error.type`: its `code` when that is a string
 * (`ECONNREFUSED`), else its name. Total: returns a class for any thrown value, hostile getters
 * included.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/
 */
export function errorType(error: unknown): string {
  return (textOf(error, 'code') ?? textOf(error, 'name') ?? '_OTHER').slice(0, MAX_TYPE_LENGTH)
}

/**
 * The error names of a request that its caller has cancelled: those of the web and Node, of axios,
 * and of p-cancelable with got.
 */
const CANCELS: ReadonlySet<unknown> = new Set(['AbortError', 'CanceledError', 'CancelError'])

/**
 * The failure behind a client request's error: `undefined` when its caller cancelled on purpose,
 * the timeout for `AbortSignal.timeout()`, which Node wraps into the same `AbortError`.
 */
export function clientFailure(error: unknown): unknown {
  if (!isCancel(error)) return error
  const cause = propertyOf(error, 'cause')
  return isTimeout(cause) ? cause : undefined
}

/** Whether the error comes from `AbortSignal.timeout()`, or has the same name. */
export function isTimeout(error: unknown): boolean {
  return textOf(error, 'name') === 'TimeoutError'
}

function isCancel(error: unknown): boolean {
  return CANCELS.has(textOf(error, 'name')) || propertyOf(error, '__CANCEL__') === true
}

/**
 * Records an error on a span: the exception event, `error.type`, and status ERROR with the error's
 * message.
 */
export function recordSpanError(span: Span, error: unknown, type: string = errorType(error)): void {
  const message = textOf(error, 'message') ?? (typeof error === 'string' ? error : '')
  const stack = textOf(error, 'stack')
  span.recordException({ name: textOf(error, 'name') ?? type, message, ...(stack && { stack }) })
  span.setAttribute(ATTR_ERROR_TYPE, type)
  span.setStatus({ code: SpanStatusCode.ERROR, message })
}

/** A property of any value, if the property is a string. */
export function textOf(value: unknown, name: string): string | undefined {
  const text = propertyOf(value, name)
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** A property of any value; `undefined` for a getter that throws. */
export function propertyOf(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name]
  } catch {
    return undefined
  }
}
