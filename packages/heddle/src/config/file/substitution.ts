import type { Environment } from '../reading/environment'

/** `$$`, or a reference, or what looks like the beginning of one. */
const REFERENCE = /\$\$|\$\{(?:env:)?([A-Za-z_]\w*)(?::-([^\n}]*))?\}|\$\{[^}\n]*\}?/g

/**
 * Puts the values of variables in the place of `${NAME}`, `${env:NAME}` and `${NAME:-default}`;
 * `$$` is a dollar. A value is not looked at again. A variable that is not set, or is empty, without
 * a default is nothing.
 *
 * @returns the text; `undefined` when it holds a reference that is none
 * @see https://opentelemetry.io/docs/specs/otel/configuration/data-model/#environment-variable-substitution
 */
export function substituted(text: string, env: Environment): string | undefined {
  let isValid = true
  const result = text.replace(REFERENCE, (match, name?: string, otherwise = '') => {
    if (match === '$$') return '$'
    if (name === undefined) {
      isValid = false
      return ''
    }
    return env[name] || otherwise
  })
  return isValid ? result : undefined
}

/** What a plain scalar stands for, by YAML's core schema. */
export function plainValue(text: string): unknown {
  const trimmed = text.trim()
  if (/^(?:|~|null|Null|NULL)$/.test(trimmed)) return null
  if (/^(?:true|True|TRUE)$/.test(trimmed)) return true
  if (/^(?:false|False|FALSE)$/.test(trimmed)) return false
  if (/^[-+]?\d+$/.test(trimmed) || /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(trimmed))
    return Number(trimmed)
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(trimmed)) return trimmed.startsWith('-') ? -Infinity : Infinity
  if (/^\.(?:nan|NaN|NAN)$/.test(trimmed)) return Number.NaN
  if (/^0x[\da-fA-F]+$/.test(trimmed) || /^0o[0-7]+$/.test(trimmed)) return Number(trimmed)
  return trimmed
}
