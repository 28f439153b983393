import { performance } from 'node:perf_hooks'
import type { HrTime, TimeInput } from '@opentelemetry/api'
import { addHrTimes, hrTime, isTimeInputHrTime, millisToHrTime } from '@opentelemetry/core'

/**
 * The times of one span. It starts by the wall clock, and whatever comes later is told by the monotonic one, so that a clock
 * that is set meanwhile changes no duration. A start that was given makes the later times those of the wall clock.
 */
export class SpanTime {
  readonly start: HrTime
  readonly #isStartGiven: boolean
  readonly #startedAtMs = Date.now()
  readonly #startedAtTick = performance.now()

  constructor(given: TimeInput | undefined) {
    // As the official SDK does, which takes `null` for nothing too.
    this.#isStartGiven = given != null
    this.start = this.at(given ?? this.#startedAtMs)
  }

  /** The time that was given, or now. A number that is no later than `performance.now()` is one of `performance.now()`. */
  at(given: TimeInput | undefined): HrTime {
    if (given === undefined) return this.#now()
    if (typeof given === 'number') return given <= performance.now() ? this.#ofTick(given) : millisToHrTime(given)
    if (given instanceof Date) return millisToHrTime(given.getTime())
    if (isTimeInputHrTime(given)) return given
    return this.#now()
  }

  #now(): HrTime {
    if (this.#isStartGiven) return millisToHrTime(Date.now())
    return addHrTimes(this.start, millisToHrTime(performance.now() - this.#startedAtTick))
  }

  #ofTick(tick: number): HrTime {
    return hrTime(tick + this.#startedAtMs - (this.#startedAtTick + performance.timeOrigin))
  }
}

/** Whether a span that lasts from one to the other would have a negative duration, by the arithmetic of the SDK. */
export function endsBefore(start: HrTime, end: HrTime): boolean {
  return end[0] - start[0] - (end[1] < start[1] ? 1 : 0) < 0
}
