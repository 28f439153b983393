import { hexByte, isHexId } from '../text/ids'
import { trimEnd, trimStart } from '../text/whitespace'

/** The caller may have recorded its part of the trace. */
export const SAMPLED_FLAG = 0b01
/** The right-most seven bytes of the trace id are random (trace context level 2). */
export const RANDOM_FLAG = 0b10
const KNOWN_FLAGS = SAMPLED_FLAG | RANDOM_FLAG

const LENGTH = 55
const DASH = 45
const FORBIDDEN_VERSION = 0xff
const FLAGS_AS_HEX = ['00', '01', '02', '03'] as const

/** The content of a `traceparent` header. */
export interface Traceparent {
  /** 0 to 254; a version later than 0 is read by the parts that it shares with version 0. */
  readonly version: number
  /** 32 lower-case hexadecimal digits, not all zero. */
  readonly traceId: string
  /** The caller's span: 16 lower-case hexadecimal digits, not all zero. */
  readonly spanId: string
  /** Bit 0 is `sampled`, bit 1 is `random`; bits that level 2 does not define are left out. */
  readonly flags: number
}

/**
 * Reads a `traceparent` header. Returns `undefined` for anything but one valid header (two headers
 * joined by a comma included): the trace starts anew. Never throws.
 *
 * @example
 * ```ts
 * parseTraceparent('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')?.flags // 1
 * ```
 *
 * @see https://www.w3.org/TR/trace-context-2/#traceparent-header
 */
export function parseTraceparent(value: unknown): Traceparent | undefined {
  if (typeof value !== 'string' || value.length < LENGTH) return undefined
  const start = trimStart(value, 0, value.length)
  const length = trimEnd(value, start, value.length) - start
  const version = hexByte(value, start)
  if (version < 0 || version === FORBIDDEN_VERSION || !hasLengthOf(version, length)) return undefined
  if (length > LENGTH && value.charCodeAt(start + LENGTH) !== DASH) return undefined
  if (!hasDashes(value, start)) return undefined
  if (!isHexId(value, start + 3, 32) || !isHexId(value, start + 36, 16)) return undefined
  const flags = hexByte(value, start + 53)
  if (flags < 0) return undefined
  return {
    version,
    traceId: value.slice(start + 3, start + 35),
    spanId: value.slice(start + 36, start + 52),
    flags: flags & KNOWN_FLAGS,
  }
}

/** Later versions may add fields at the end, version 0 may not. */
function hasLengthOf(version: number, length: number): boolean {
  return version === 0 ? length === LENGTH : length >= LENGTH
}

function hasDashes(value: string, start: number): boolean {
  return (
    value.charCodeAt(start + 2) === DASH &&
    value.charCodeAt(start + 35) === DASH &&
    value.charCodeAt(start + 52) === DASH
  )
}

/**
 * Writes a version 00 `traceparent`. The ids must be valid; only the two flags that level 2 defines
 * are written.
 *
 * @param traceId - 32 lower-case hexadecimal digits
 * @param spanId - 16 lower-case hexadecimal digits
 * @param flags - bit 0 is `sampled`, bit 1 is `random`
 * @example
 * ```ts
 * formatTraceparent('4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7', 1)
 * ```
 */
export function formatTraceparent(traceId: string, spanId: string, flags: number): string {
  return `00-${traceId}-${spanId}-${FLAGS_AS_HEX[flags & KNOWN_FLAGS]}`
}
