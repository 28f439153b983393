import { types } from 'node:util'
import { cutText, MAX_TEXT_LENGTH, moreItems, TRUNCATED_KEY } from './limits'

/** Kept of one map or set. */
const MAX_ENTRIES = 10_000

/**
 * What OTLP has no word for, as something that it has: a date as its ISO string, an error as
 * `type`, `message`, `stacktrace` and `cause`, a map and a set by what they hold, bytes of any kind
 * as bytes, all else that has a `toJSON` as what that returns. The object itself if it is to be
 * written by its own properties.
 *
 * @throws what the object throws when it is looked at
 */
export function formOf(object: object): unknown {
  if (ArrayBuffer.isView(object)) return new Uint8Array(object.buffer, object.byteOffset, object.byteLength)
  const prototype: unknown = Object.getPrototypeOf(object)
  const isPlain = prototype === Object.prototype || prototype === null
  return (isPlain ? undefined : builtInForm(object)) ?? jsonForm(object)
}

function builtInForm(object: object): unknown {
  if (types.isAnyArrayBuffer(object)) return new Uint8Array(object)
  if (types.isDate(object)) return dateText(object)
  if (types.isRegExp(object)) return cutText(RegExp.prototype.toString.call(object), MAX_TEXT_LENGTH)
  if (types.isNativeError(object) || object instanceof Error) return errorForm(object)
  if (types.isMap(object)) return mapForm(object)
  if (types.isSet(object)) return setForm(object)
  return types.isBoxedPrimitive(object) ? object.valueOf() : undefined
}

function jsonForm(object: object): unknown {
  const { toJSON } = object as { toJSON?: unknown }
  return typeof toJSON === 'function' ? toJSON.call(object) : object
}

function dateText(date: Date): string {
  return Number.isNaN(Date.prototype.getTime.call(date)) ? 'Invalid Date' : Date.prototype.toISOString.call(date)
}

function errorForm(error: Error): object {
  const { name, message, stack, cause } = error
  return {
    type: cutText(name, MAX_TEXT_LENGTH),
    message: cutText(message, MAX_TEXT_LENGTH),
    stacktrace: cutText(stack, MAX_TEXT_LENGTH),
    ...(cause !== undefined && { cause }),
  }
}

/** Without a prototype, on which `__proto__` is a key like any other. */
function mapForm(map: Map<unknown, unknown>): object {
  const form: Record<string, unknown> = Object.create(null)
  let count = 0
  for (const [key, value] of Map.prototype.entries.call(map)) {
    if (count++ === MAX_ENTRIES) {
      form[TRUNCATED_KEY] = true
      break
    }
    form[typeof key === 'object' || typeof key === 'bigint' ? Object.prototype.toString.call(key) : String(key)] = value
  }
  return form
}

function setForm(set: Set<unknown>): unknown[] {
  const form: unknown[] = []
  for (const item of Set.prototype.values.call(set)) {
    if (form.length === MAX_ENTRIES) {
      form.push(moreItems(set.size - MAX_ENTRIES))
      break
    }
    form.push(item)
  }
  return form
}
