/** Bounds for the conversion of values. A value that exceeds a bound is cut. */
export interface AttributeLimits {
  /** Objects, maps, arrays and sets within each other; deeper ones become `[Depth]`. @default 8 */
  readonly maxDepth?: number
  /**
   * Properties kept of one object or map, and items kept of one array or set; `[Truncated]` marks
   * the cut. @default 128
   */
  readonly maxProperties?: number
  /**
   * UTF-16 code units kept of one string, then `…`; bytes kept of one byte array. @default 32768
   */
  readonly maxLength?: number
  /** Approximate bytes of one log record; later values become `[Truncated]`. @default 131072 */
  readonly maxBytes?: number
}

export type ResolvedAttributeLimits = Required<AttributeLimits>

const DEFAULT_LIMITS: ResolvedAttributeLimits = {
  maxDepth: 8,
  maxProperties: 128,
  maxLength: 32_768,
  maxBytes: 131_072,
}

export function resolveLimits(limits: AttributeLimits | undefined): ResolvedAttributeLimits {
  return limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...limits }
}
