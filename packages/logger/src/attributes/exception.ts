import { types } from 'node:util'

/** An error in the terms of the semantic conventions for exceptions. */
export interface Exception {
  readonly type: string
  readonly message: string
  /** The stack, followed by the stacks of the causes, each after `Caused by: `. */
  readonly stacktrace: string
}

/** The most errors written of one tree of causes. */
const MAX_CAUSES = 10

/**
 * Whether `value` is an error, also one of another realm. Total: a proxy that throws is no error.
 */
export function isError(value: unknown): value is Error {
  if (typeof value !== 'object' || value === null) return false
  try {
    return types.isNativeError(value) || value instanceof Error
  } catch {
    return false
  }
}

/**
 * Describes an error and never throws, whatever its properties do when they are read. Cuts each
 * string at `maxLength`.
 */
export function describeException(error: Error, maxLength: number): Exception {
  return {
    type: typeOf(error).slice(0, maxLength),
    message: text(readProperty(error, 'message')).slice(0, maxLength),
    stacktrace: stackWithCauses(error, [], maxLength).slice(0, maxLength),
  }
}

/** Reads a property, or returns the mark for a property that throws. */
export function readProperty(source: object, key: string): unknown {
  try {
    return (source as Record<string, unknown>)[key]
  } catch (thrown) {
    return throwsMark(thrown)
  }
}

/** The mark for a value that throws when it is read: `[Throws: message]`. */
export function throwsMark(thrown: unknown): string {
  try {
    return `[Throws: ${String(isError(thrown) ? thrown.message : thrown).slice(0, 200)}]`
  } catch {
    return '[Throws]'
  }
}

/** The error's name; the class name for a subclass that only inherits the name `Error`. */
function typeOf(error: Error): string {
  const name = text(readProperty(error, 'name'))
  if (name !== 'Error' && name !== '') return name
  const errorClass = readProperty(error, 'constructor')
  return (typeof errorClass === 'function' && text(readProperty(errorClass, 'name'))) || 'Error'
}

/** Cuts each part before joining: together the parts may exceed the longest possible string. */
function stackWithCauses(error: Error, seen: Error[], maxLength: number): string {
  seen.push(error)
  const own = text(readProperty(error, 'stack')) || `${typeOf(error)}: ${text(readProperty(error, 'message'))}`
  let stack = own.slice(0, maxLength)
  for (const cause of causesOf(error)) {
    if (seen.length === MAX_CAUSES || stack.length >= maxLength) break
    if (!isError(cause)) stack += `\nCaused by: ${text(cause).slice(0, maxLength)}`
    else if (!seen.includes(cause)) stack += `\nCaused by: ${stackWithCauses(cause, seen, maxLength)}`
  }
  return stack
}

/** The `cause`, and the `errors` of an AggregateError. */
function causesOf(error: Error): unknown[] {
  const cause = readProperty(error, 'cause')
  const causes = cause === undefined || cause === null ? [] : [cause]
  try {
    const { errors } = error as AggregateError
    return Array.isArray(errors) ? causes.concat(errors.slice(0, MAX_CAUSES)) : causes
  } catch {
    return causes
  }
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  // A bigint counts too: formatting one may take seconds.
  return typeof value === 'object' || typeof value === 'function' || typeof value === 'bigint'
    ? `[${typeof value}]`
    : String(value)
}
