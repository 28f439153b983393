import { performance } from 'node:perf_hooks'
import type { HrTime, TimeInput } from '@opentelemetry/api'
import { isTimeInput, isTimeInputHrTime } from '@opentelemetry/core'
import { timeOf, toHrTime } from '../clock'

/**
 * The time that was given, or now, by the epoch of the span's trace. A number that is no later than
 * `performance.now()` is one of `performance.now()`, and told by that epoch too.
 */
export function spanTime(given: TimeInput | undefined, epoch: number): HrTime {
  if (given === undefined) return timeOf(epoch)
  if (typeof given === 'number') return toHrTime(given <= performance.now() ? epoch + given : given)
  try {
    if (given instanceof Date) return toHrTime(given.getTime())
    return isTimeInputHrTime(given) ? given : timeOf(epoch)
  } catch {
    // A proxy that does not let itself be looked at.
    return timeOf(epoch)
  }
}

/** Whether an argument is a time, and not attributes. */
export function isTime(given: unknown): given is TimeInput {
  try {
    return isTimeInput(given)
  } catch {
    return false
  }
}

/**
 * Whether a span that lasts from one to the other would have a negative duration, by the arithmetic
 * of the SDK.
 */
export function endsBefore(start: HrTime, end: HrTime): boolean {
  return end[0] - start[0] - (end[1] < start[1] ? 1 : 0) < 0
}
