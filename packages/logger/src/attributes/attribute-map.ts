import type { AnyValueMap } from '@opentelemetry/api-logs'

/**
 * A map without a prototype to pollute: `__proto__` is a key like any other, and `constructor` is
 * undefined, by which the SDK tells plain maps from class instances. Unlike the results of
 * `Object.create(null)`, instances of a function with an empty prototype keep V8's fast properties.
 */
export const AttributeMap = function AttributeMap() {} as unknown as new () => AnyValueMap
AttributeMap.prototype = Object.create(null)
