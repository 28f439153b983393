import type { Attributes, AttributeValue } from '@opentelemetry/api'
import { ignoredCalls } from './ignored-calls'
import { isIndexed } from './indexed'
import { type DescribeValue, NestedCopy } from './logs/nested-copy'
import { isScalar as isLeaf } from './logs/scalar'
import { shownText } from './shown-text'

/** How many attributes a span may have, and how long their texts may be. */
export interface AttributeLimits {
  readonly attributeCount: number
  readonly attributeValueLength: number
}

/** Attributes within limits, and how many were left out for the count. */
interface LimitedAttributes {
  readonly attributes: Attributes
  readonly count: number
  readonly droppedCount: number
}

/**
 * With `Object.hasOwn` instead, the copy of a request's attributes costs a quarter more on Node 20,
 * and more than that on Node 24.
 */
const hasOwn = Object.prototype.hasOwnProperty

/** Members kept of an array; then follows a text that says how many there were more. */
const MAX_ARRAY_LENGTH = 10_000
const MARK = '[Truncated: '
/**
 * Keys of one object whose values are read. Each property may be a getter, and a proxy may have any
 * number of properties.
 */
export const MAX_LOOKS = 10_000
const MAX_KEY_LENGTH = 16_384

/** A value with its text, or the texts in it, cut. A length that is not positive cuts nothing. */
export function truncated(value: AttributeValue, length: number): AttributeValue {
  if (typeof value === 'string') return value.length > length && length > 0 ? value.substring(0, length) : value
  if (typeof value !== 'object') return value
  if (!Array.isArray(value) || !value.every(isLeaf)) return length < Infinity ? copyOf(value, length) : value
  return value.map((each) => (typeof each === 'string' ? truncated(each, length) : each)) as AttributeValue
}

/**
 * A copy of attributes that need nothing but copying: texts, numbers and booleans within the
 * limits. That is what nearly all attributes are. `undefined` for all others, which are to be set
 * one by one.
 */
export function plainCopy(given: Attributes, limits: AttributeLimits): LimitedAttributes | undefined {
  // Not `{ ...given }`: adding to what a spread has made is slow on Node 20, at 1.8 µs for the two
  // attributes of a response.
  const attributes: Attributes = {}
  let count = 0
  if (typeof given !== 'object') return undefined
  try {
    if (isIndexed(given)) return undefined
    for (const key in given) {
      if (!hasOwn.call(given, key)) continue
      const value = given[key]
      const fits = typeof value === 'string' ? !(value.length > limits.attributeValueLength) : isScalar(value)
      if (!fits || key === '' || key === '__proto__' || ++count > limits.attributeCount) return undefined
      attributes[key] = value
    }
    return { attributes, count, droppedCount: 0 }
  } catch {
    // A getter of the app's that throws.
    return undefined
  }
}

/** Attributes of an event or a link: what is allowed of them, within the limits. */
export function limited(given: unknown, countLimit: number, length: number, allow = allowed): LimitedAttributes {
  const sanitized = validAttributes(given, allow)
  const attributes: Attributes = {}
  let count = 0
  let droppedCount = 0
  for (const key in sanitized) {
    if (count >= countLimit) {
      droppedCount++
    } else {
      attributes[key] = truncated(sanitized[key] as AttributeValue, length)
      count++
    }
  }
  return { attributes, count, droppedCount }
}

/**
 * A copy of what the API allows of attributes. The rest is left out, and that is said once;
 * `undefined` says that there is no such attribute. Indices are no names of attributes: the
 * properties of bytes and of arrays do not count.
 */
export function validAttributes(given: unknown, allow = allowed): Attributes {
  const attributes: Attributes = {}
  if (typeof given !== 'object' || given === null) return attributes
  try {
    addValid(given, attributes, allow)
  } catch {
    // A proxy that does not let itself be listed.
    noteInvalid('attributes')
  }
  return attributes
}

function addValid(given: object, attributes: Attributes, allow: typeof allowed): void {
  if (isIndexed(given)) {
    ignoredCalls.note('spanAttribute', () => 'an array, bytes or a text in the place of attributes is left out')
    return
  }
  let looks = 0
  for (const key in given) {
    if (!hasOwn.call(given, key)) continue
    if (++looks > MAX_LOOKS) {
      ignoredCalls.note('spanAttribute', () => `of attributes those after the first ${MAX_LOOKS} are left out`)
      break
    }
    const value = key === '' ? NOT_ALLOWED : allow(readAttribute(given, key))
    if (value === NOT_ALLOWED) noteInvalid(key)
    else if (value !== undefined) attributes[key] = value
  }
}

/** What {@link allowed} says of all else. */
export const NOT_ALLOWED = Symbol('not allowed')

/**
 * The value of an attribute, or {@link NOT_ALLOWED}. An array is copied, with at most 10,000
 * members. `null` is a value, the empty one, and `undefined` is none; both pass.
 */
export function allowed(value: unknown): AttributeValue | undefined | typeof NOT_ALLOWED {
  if (value === undefined || value === null) return value as undefined
  if (typeof value === 'string' || isScalar(value)) return value as AttributeValue
  try {
    return Array.isArray(value) ? allowedMembers(value) : NOT_ALLOWED
  } catch {
    // A proxy that has been revoked, or a member that throws.
    return NOT_ALLOWED
  }
}

/**
 * The same for an attribute of a span or a link, which may be any value of the data model since SDK
 * 3: also maps, bytes, arrays of different members, and of these any depth within the bounds of log
 * attributes. Attributes of events may not.
 *
 * @see https://opentelemetry.io/docs/specs/otel/common/#anyvalue
 */
export function allowedOfSpan(value: unknown): AttributeValue | undefined | typeof NOT_ALLOWED {
  const simple = allowed(value)
  if (simple !== NOT_ALLOWED) return simple
  try {
    return isMapOrList(value) ? copyOf(value, Infinity) : NOT_ALLOWED
  } catch {
    return NOT_ALLOWED
  }
}

function isMapOrList(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value) || value instanceof Uint8Array) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function copyOf(value: object, length: number): AttributeValue {
  return new NestedCopy(length, describe).of(value) as AttributeValue
}

/** What is no value of the data model within one that is. */
const describe: DescribeValue = (value) => {
  if (value instanceof Error) return { type: value.name, message: value.message, stacktrace: String(value.stack) }
  return value instanceof Date ? value.toJSON() : String(value)
}

/** A key as it is kept: to keep one of 100 MB takes a second. */
export function cutKey(key: string): string {
  return key.length > MAX_KEY_LENGTH ? `${key.slice(0, MAX_KEY_LENGTH)}…` : key
}

/** The value of an attribute; {@link NOT_ALLOWED} where reading the value throws. */
export function readAttribute(source: object, key: string): unknown {
  try {
    return (source as Readonly<Record<string, unknown>>)[key]
  } catch {
    return NOT_ALLOWED
  }
}

/**
 * By index: an array's own iterator may never end, and its length says nothing of how much there
 * is.
 */
function allowedMembers(values: readonly unknown[]): AttributeValue | typeof NOT_ALLOWED {
  const members: unknown[] = []
  const length = Math.min(values.length, MAX_ARRAY_LENGTH)
  let type: string | undefined
  for (let i = 0; i < length; i++) {
    const member = values[i]
    members.push(member)
    if (member === undefined || member === null) continue
    if (typeof member !== 'string' && !isScalar(member)) return NOT_ALLOWED
    type ??= typeof member
    if (typeof member !== type) return NOT_ALLOWED
  }
  if (values.length > length) members.push(markOf(values))
  return members as AttributeValue
}

/** An array that was cut keeps its mark: what is given at a start is looked at twice. */
function markOf(values: readonly unknown[]): string {
  const last = values.length === MAX_ARRAY_LENGTH + 1 ? values[MAX_ARRAY_LENGTH] : undefined
  const isCut = typeof last === 'string' && last.startsWith(MARK)
  return isCut ? last : `${MARK}${values.length - MAX_ARRAY_LENGTH} more]`
}

export function noteInvalid(key: string): void {
  ignoredCalls.note(
    'spanAttribute',
    () => `the span attribute ${shownText(key)} is left out: its key or its value is not valid`,
  )
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}
