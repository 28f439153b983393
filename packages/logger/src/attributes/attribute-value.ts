import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs'
import { type AttributeLimits, resolveLimits } from './attribute-limits'
import { AttributeMap } from './attribute-map'
import { Conversion } from './conversion'
import { keysOf } from './keys'

/**
 * Converts any value to a valid OpenTelemetry `AnyValue` of bounded size. Never throws.
 *
 * Scalars, `null`, `NaN` and `Infinity` stay as they are. A `bigint` becomes a number if that is
 * exact, otherwise a string; a `Date` its ISO string; a `Map` a map; a `Set` an array; buffers and
 * typed arrays a copy of their bytes; an `Error` a map of `type`, `message` and `stacktrace`; any
 * other object the result of its `toJSON`, or else a map of its own enumerable properties.
 * Functions and symbols become a description. `undefined` properties are left out. A cycle becomes
 * `[Circular]`, and a property that throws when it is read becomes `[Throws: message]`. The keys
 * `__proto__` and `''` are left out, and `constructor` becomes `[constructor]`.
 *
 * @param limits - bounds of the result; an absent one has its default
 * @example
 * ```ts
 * toAttributeValue(new Map([['total', 12n]])) // { total: 12 }
 * ```
 *
 * @see https://opentelemetry.io/docs/specs/otel/common/#anyvalue
 */
export function toAttributeValue(value: unknown, limits?: AttributeLimits): AnyValue {
  return new Conversion(resolveLimits(limits)).value(value)
}

/**
 * Converts the own enumerable properties of an object as {@link toAttributeValue} does. Never
 * throws. A primitive, a proxy that does not list its properties, bytes, and a list of more than
 * 1000 items have no attributes.
 *
 * @param limits - bounds of the result; an absent one has its default
 * @example
 * ```ts
 * span.setAttributes(sanitizeAttributes(order, { maxProperties: 32 }))
 * ```
 */
export function sanitizeAttributes(attributes: unknown, limits?: AttributeLimits): AnyValueMap {
  const target = new AttributeMap()
  if (typeof attributes !== 'object' || attributes === null) return target
  return new Conversion(resolveLimits(limits)).copyProperties(attributes, keysOf(attributes), target)
}
