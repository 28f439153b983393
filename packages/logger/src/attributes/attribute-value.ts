import type { AnyValue, AnyValueMap } from '@opentelemetry/api-logs'
import { type AttributeLimits, resolveLimits } from './attribute-limits'
import { AttributeMap } from './attribute-map'
import { Conversion } from './conversion'
import { keysOf } from './keys'

/**
 * Converts any value to a valid OpenTelemetry `AnyValue` of bounded size. Never throws.
 *
 * Scalars, `null`, `NaN` and `Infinity` stay what they are. A `bigint` becomes a number where that is exact, else a string; a `Date`
 * its ISO string; a `Map` a map; a `Set` an array; buffers and typed arrays a copy of their bytes; an `Error` a map of `type`,
 * `message` and `stacktrace`; any other object what its `toJSON` returns, or else a map of its own enumerable properties. Functions
 * and symbols become a description. `undefined` properties are left out. A cycle becomes `[Circular]`, and what throws
 * when it is read `[Throws: message]`. The keys `__proto__` and `''` are left out, and `constructor` becomes `[constructor]`.
 *
 * @see https://opentelemetry.io/docs/specs/otel/common/#anyvalue
 */
export function toAttributeValue(value: unknown, limits?: AttributeLimits): AnyValue {
  return new Conversion(resolveLimits(limits)).value(value)
}

/**
 * Converts the own enumerable properties of an object as {@link toAttributeValue} does. Never throws: what is no object,
 * a proxy that does not list its properties, bytes, or a list of more than 1000 items, has no attributes.
 */
export function sanitizeAttributes(attributes: unknown, limits?: AttributeLimits): AnyValueMap {
  const target = new AttributeMap()
  if (typeof attributes !== 'object' || attributes === null) return target
  return new Conversion(resolveLimits(limits)).copyProperties(attributes, keysOf(attributes), target)
}
