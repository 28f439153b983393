/**
 * Whether `text` holds `count` lower-case hexadecimal digits from `start`, not all of them zero.
 * A loop over character codes, because this runs several times for each request.
 */
export function isHexId(text: string, start: number, count: number): boolean {
  let digits = 0
  for (let index = start; index < start + count; index++) {
    const digit = hexDigit(text.charCodeAt(index))
    if (digit < 0) return false
    digits |= digit
  }
  return digits !== 0
}

/** The byte that two lower-case hexadecimal digits at `start` write, or -1. */
export function hexByte(text: string, start: number): number {
  const high = hexDigit(text.charCodeAt(start))
  const low = hexDigit(text.charCodeAt(start + 1))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 97 && code <= 102 ? code - 87 : -1
}

export function isTraceId(id: unknown): id is string {
  return typeof id === 'string' && id.length === 32 && isHexId(id, 0, 32)
}

export function isSpanId(id: unknown): id is string {
  return typeof id === 'string' && id.length === 16 && isHexId(id, 0, 16)
}
