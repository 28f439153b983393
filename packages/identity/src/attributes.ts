import type { AttributeValue } from '@opentelemetry/api'
import type { DetectedResourceAttributes } from './otel-resource'

const MAX_DETECTED_LENGTH = 1024

/** A detected text, trimmed; `undefined` when it is absent, blank, or too long to be a name. */
export function detectedText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_DETECTED_LENGTH) return undefined
  return value.trim() || undefined
}

/** Longer arrays and texts identify nobody, and every request would carry them. */
const MAX_ITEMS = 10_000
const MAX_TEXT_LENGTH = 262_144

/**
 * Whether OpenTelemetry allows the value as an attribute: a primitive, or an array of primitives of
 * one type. An array may have at most 10,000 items here, a text at most 262,144 UTF-16 code units.
 */
export function isAttributeValue(value: unknown): value is AttributeValue {
  if (!Array.isArray(value)) return isPrimitive(value)
  if (!(value.length <= MAX_ITEMS)) return false
  let type: string | undefined
  // By index: the app's own iterator may never end.
  for (let i = 0; i < value.length; i++) {
    const element: unknown = value[i]
    if (element === null || element === undefined) continue
    if (!isPrimitive(element)) return false
    type ??= typeof element
    if (typeof element !== type) return false
  }
  return true
}

/**
 * Merges attributes; the first layer wins. A promise that rejects or resolves with nothing leaves
 * the attribute to the next layer, and so does an empty service name.
 */
export function mergeLayers(layers: readonly DetectedResourceAttributes[]): DetectedResourceAttributes {
  const merged: DetectedResourceAttributes = Object.create(null)
  for (let i = layers.length - 1; i >= 0; i--) {
    for (const [key, value] of Object.entries(layers[i]!)) {
      const below = merged[key]
      if (isThenable(value)) {
        merged[key] = Promise.resolve(value).then(
          (settled) => (counts(key, settled) ? settled : below),
          () => below,
        )
      } else if (counts(key, value)) {
        merged[key] = value
      }
    }
  }
  return merged
}

/** Whether the layer has the attribute, as far as that is known before a promise settles. */
export function hasAttribute(layer: DetectedResourceAttributes, key: string): boolean {
  const value = layer[key]
  return isThenable(value) || counts(key, value)
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function counts(key: string, value: unknown): value is AttributeValue {
  return isAttributeValue(value) && !(key === 'service.name' && value === '')
}

function isPrimitive(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT_LENGTH
  return typeof value === 'number' || typeof value === 'boolean'
}
