/** The longest delay of setTimeout, in milliseconds. With a longer one it would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1

/**
 * A timeout of the specification, in milliseconds: 0 means no limit.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/common/#timeout
 */
export function timeoutOf(ms: number): number {
  return ms === 0 ? MAX_TIMER_MS : clamped(ms)
}

/** A delay in milliseconds. 0 becomes 1: `@heddle/otlp` takes no batch without an age. */
export function delayOf(ms: number): number {
  return Math.max(1, clamped(ms))
}

/** At most the longest delay that a timer takes. */
export function clamped(ms: number): number {
  return Math.min(ms, MAX_TIMER_MS)
}
