import { consistsOf, TRACESTATE_VALUE } from './character-classes'

const MAX_KEY_LENGTH = 256
const MAX_TENANT_LENGTH = 241
const MAX_SYSTEM_LENGTH = 14
const MAX_VALUE_LENGTH = 256
const AT = 64
const SPACE = 32

/**
 * Whether `[start, end)` is a key. A simple key may start with a digit, as level 2 allows; a multi-tenant key
 * (`tenant@system`) keeps the lengths of level 1, which the conformance harness of both levels demands.
 *
 * @see https://www.w3.org/TR/trace-context-2/#key
 * @see https://www.w3.org/TR/trace-context-1/#key
 */
export function isKey(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length < 1 || length > MAX_KEY_LENGTH || !isLowerAlphanumeric(text.charCodeAt(start))) return false
  let at = -1
  for (let index = start + 1; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code === AT && at < 0) at = index
    else if (!isKeyCharacter(code)) return false
  }
  return at < 0 || isTenantAndSystem(text, start, at, end)
}

function isTenantAndSystem(text: string, start: number, at: number, end: number): boolean {
  const systemLength = end - at - 1
  return (
    at - start <= MAX_TENANT_LENGTH &&
    systemLength >= 1 &&
    systemLength <= MAX_SYSTEM_LENGTH &&
    isLowerLetter(text.charCodeAt(at + 1))
  )
}

/**
 * Whether `[start, end)` is a value.
 *
 * @see https://www.w3.org/TR/trace-context-2/#value
 */
export function isValue(text: string, start: number, end: number): boolean {
  const length = end - start
  return (
    length >= 1 &&
    length <= MAX_VALUE_LENGTH &&
    text.charCodeAt(end - 1) !== SPACE &&
    consistsOf(TRACESTATE_VALUE, text, start, end)
  )
}

function isKeyCharacter(code: number): boolean {
  // _ - * /
  return isLowerAlphanumeric(code) || code === 95 || code === 45 || code === 42 || code === 47
}

function isLowerAlphanumeric(code: number): boolean {
  return isLowerLetter(code) || (code >= 48 && code <= 57)
}

function isLowerLetter(code: number): boolean {
  return code >= 97 && code <= 122
}
