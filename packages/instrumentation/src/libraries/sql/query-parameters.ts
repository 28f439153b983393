import type { Attributes } from '@opentelemetry/api'

const MAX_PARAMETERS = 128
const MAX_CHARACTERS = 1_024

/**
 * The values that are sent beside a statement, by their positions from 0 on. Objects, lists and bytes
 * are left out, and so is what comes after 128 values, or after 1,024 characters of one.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/db/
 */
export function parametersOf(values: unknown): Attributes {
  const attributes: Attributes = {}
  if (!Array.isArray(values)) return attributes
  for (const [index, value] of values.slice(0, MAX_PARAMETERS).entries()) {
    const text = textOf(value)
    if (text !== undefined) attributes[`db.query.parameter.${index}`] = text.slice(0, MAX_CHARACTERS)
  }
  return attributes
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value === null || ['number', 'boolean', 'bigint'].includes(typeof value)) return String(value)
  return value instanceof Date ? String(value.toJSON()) : undefined
}
