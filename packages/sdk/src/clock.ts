import { performance } from 'node:perf_hooks'
import type { HrTime } from '@opentelemetry/api'

/**
 * `Date.now()` is cut to whole milliseconds, so that it says up to one less than it is. What it
 * lags behind more than this is a clock that was set back.
 */
const LAG_MS = 2
/**
 * A reading between whose two ends more time has passed than this was interrupted, and says
 * nothing.
 */
const MAX_READING_MS = 0.1

/**
 * What is added to `performance.now()` to get the time since 1970, in milliseconds. At start Node
 * knows it to the microsecond.
 */
let epochMs = performance.timeOrigin

/**
 * The epoch that a trace of this process is told the time by: `epoch + performance.now()` are
 * milliseconds since 1970, with microseconds behind the point. All spans of a trace, and the log
 * records in them, keep the epoch of the first, and so never go back, nor do they follow a clock
 * that is set meanwhile. Each new trace, however, begins by the wall clock as it then is.
 *
 * @param tick - what `performance.now()` has just said
 */
export function currentEpoch(tick: number = performance.now()): number {
  const wallMs = Date.now()
  const aheadMs = wallMs - (epochMs + tick)
  if (aheadMs > 0 || aheadMs < -LAG_MS) set()
  return epochMs
}

/** Where a span keeps the epoch of its trace. */
export const EPOCH = Symbol('heddle.epoch')

/**
 * The epoch that the times of this span, of its children and of the log records in it are told by.
 * Those of others are told by the wall clock.
 */
export function epochOf(span: object | undefined, tick?: number): number {
  return (span as { readonly [EPOCH]?: number | undefined } | undefined)?.[EPOCH] ?? currentEpoch(tick)
}

/**
 * The time by that epoch. The clock is monotonic, and so is this: a time that is read later is
 * never smaller.
 */
export function timeOf(epoch: number): HrTime {
  return toHrTime(epoch + performance.now())
}

/** The same, into an array that exists. */
export function readTime(epoch: number, into: HrTime): void {
  const ms = epoch + performance.now()
  const seconds = Math.floor(ms / 1_000)
  into[0] = seconds
  into[1] = Math.round((ms - seconds * 1_000) * 1e6)
}

/** Milliseconds since 1970 as seconds and nanoseconds. */
export function toHrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1_000)
  // The last digit of such a number stands for a quarter of a microsecond: this never rounds up to
  // a whole second.
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)]
}

/**
 * The wall clock is ahead or behind: it was set, or the machine has slept. The whole milliseconds
 * are the least that it can be; the next readings, whenever they are ahead of that, bring it up to
 * the microsecond.
 */
function set(): void {
  const before = performance.now()
  const wallMs = Date.now()
  const after = performance.now()
  if (after - before > MAX_READING_MS) return
  const aheadMs = wallMs - (epochMs + after)
  if (aheadMs > 0 || aheadMs < -LAG_MS) epochMs += aheadMs
}
