import type { AnyValueMap } from '@opentelemetry/api-logs'

/**
 * A map without a prototype to pollute: on it `__proto__` is a key like any other, and `constructor` is undefined, by which
 * the SDK tells plain maps from class instances. Instances of a function whose prototype is empty, unlike the results of
 * `Object.create(null)`, keep V8's fast properties.
 */
export const AttributeMap = function AttributeMap() {} as unknown as new () => AnyValueMap
AttributeMap.prototype = Object.create(null)
