/** What setTimeout takes, in milliseconds; it would fire at once for more. */
const MAX_TIMER_MS = 2 ** 31 - 1

/**
 * A timeout of the specification, in milliseconds, where 0 means that there is no limit.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/common/#timeout
 */
export function timeoutOf(ms: number): number {
  return ms === 0 ? MAX_TIMER_MS : clamped(ms)
}

/** A delay in milliseconds. 0 becomes the shortest one, as the batches of `@heddle/otlp` have an age. */
export function delayOf(ms: number): number {
  return Math.max(1, clamped(ms))
}

export function clamped(ms: number): number {
  return Math.min(ms, MAX_TIMER_MS)
}
