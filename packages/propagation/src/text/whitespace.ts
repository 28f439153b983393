const TAB = 9
const SPACE = 32

/**
 * The first index from `start`, at most `end`, without optional whitespace (OWS of RFC 7230: space
 * and tab).
 */
export function trimStart(text: string, start: number, end: number): number {
  let index = start
  while (index < end && isWhitespace(text.charCodeAt(index))) index++
  return index
}

/**
 * The index after the last character before `end`, at least `start`, that is no optional
 * whitespace.
 */
export function trimEnd(text: string, start: number, end: number): number {
  let index = end
  while (index > start && isWhitespace(text.charCodeAt(index - 1))) index--
  return index
}

function isWhitespace(code: number): boolean {
  return code === SPACE || code === TAB
}
