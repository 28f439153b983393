import { consistsOf, TRACESTATE_VALUE } from '../text/character-classes'

const MAX_KEY_LENGTH = 256
const MAX_VALUE_LENGTH = 256
const SPACE = 32

/**
 * Whether `[start, end)` is a key: a lowercase letter or a digit, then up to 255 lowercase letters,
 * digits, `_`, `-`, `*`, `/` and `@`. Level 2 no longer distinguishes `tenant@system` from other
 * keys.
 *
 * @see https://www.w3.org/TR/trace-context-2/#key
 */
export function isKey(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length < 1 || length > MAX_KEY_LENGTH || !isLowerAlphanumeric(text.charCodeAt(start))) return false
  for (let index = start + 1; index < end; index++) {
    if (!isKeyCharacter(text.charCodeAt(index))) return false
  }
  return true
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
  // _ - * / @
  return isLowerAlphanumeric(code) || code === 95 || code === 45 || code === 42 || code === 47 || code === 64
}

function isLowerAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
