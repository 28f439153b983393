/**
 * The value of each lower-case hexadecimal digit by character code; 16 for every other ASCII
 * character.
 */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code))
  return digit < 0 ? 16 : digit
})

/**
 * Whether `text` has `count` lower-case hexadecimal digits from `start`, not all of them zero. A
 * table instead of a regular expression, because this runs several times for each request.
 */
export function isHexId(text: string, start: number, count: number): boolean {
  let digits = 0
  for (let index = start; index < start + count; index++) digits |= DIGITS[text.charCodeAt(index)] ?? 16
  return digits > 0 && digits < 16
}

/** The byte of the two lower-case hexadecimal digits at `start`, or -1. */
export function hexByte(text: string, start: number): number {
  const high = DIGITS[text.charCodeAt(start)] ?? 16
  const low = DIGITS[text.charCodeAt(start + 1)] ?? 16
  return high > 15 || low > 15 ? -1 : high * 16 + low
}

export function isTraceId(id: unknown): id is string {
  return typeof id === 'string' && id.length === 32 && isHexId(id, 0, 32)
}

export function isSpanId(id: unknown): id is string {
  return typeof id === 'string' && id.length === 16 && isHexId(id, 0, 16)
}
