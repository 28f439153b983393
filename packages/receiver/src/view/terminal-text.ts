const MAX_CHARS = 1_000

/**
 * Text that a terminal shows and does not interpret: control characters, characters that reorder
 * text and lone surrogates become escapes, so that a received name cannot move the cursor or forge
 * a line (RUSTSEC-2025-0055).
 */
export function visible(text: string): string {
  let shown = ''
  // By code point, so that only whole characters remain.
  for (const char of text.length > MAX_CHARS ? `${text.slice(0, MAX_CHARS)}…` : text) shown += visibleChar(char)
  return shown
}

function visibleChar(char: string): string {
  const code = char.codePointAt(0)!
  if (code >= 0x20 && code < 0x7f) return char
  if (char === '\n') return '\\n'
  if (char === '\t') return '\\t'
  const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029
  const isDirection = code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e)
  const isIsolate = code >= 0x2066 && code <= 0x2069
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  if (!isControl && !isDirection && !isIsolate && !isSurrogate) return char
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
}

/** Any received value in one visible line. */
export function visibleValue(value: unknown): string {
  if (typeof value === 'string') return visible(value)
  if (typeof value === 'object' && value !== null) return visible(JSON.stringify(value, plain) ?? '')
  return String(value)
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? `0x${Buffer.from(value.subarray(0, 32)).toString('hex')}` : value
}
