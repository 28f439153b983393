import type { HrTime } from '@opentelemetry/api'

const MAX_DATE_MS = 8.64e15

/** What was read last: lines often come in the same millisecond. */
let lastTime = ''
let lastMilliseconds = Number.NaN

/**
 * Reads what pino's `timestamp` function wrote, by default `,"time":1700000000000`: a number of milliseconds, or with other functions one of
 * seconds, or an ISO date. `undefined` for what is none of them, and where pino writes no time.
 */
export function readTimestamp(time: string): HrTime | undefined {
  if (time !== lastTime) {
    lastMilliseconds = readMilliseconds(time)
    lastTime = time
  }
  return lastMilliseconds > 0 && lastMilliseconds <= MAX_DATE_MS ? toHrTime(lastMilliseconds) : undefined
}

function readMilliseconds(time: string): number {
  const value = time.slice(time.indexOf(':') + 1)
  return value[0] === '"' ? Date.parse(value.slice(1, -1)) : toMilliseconds(Number(value))
}

/** Tells seconds, milliseconds, microseconds and nanoseconds apart by size: right for all times from 1973 to 5138. */
function toMilliseconds(time: number): number {
  if (time < 1e11) return time * 1e3
  if (time < 1e14) return time
  return time < 1e17 ? time / 1e3 : time / 1e6
}

function toHrTime(milliseconds: number): HrTime {
  return [Math.trunc(milliseconds / 1e3), Math.round((milliseconds % 1e3) * 1e6)]
}
