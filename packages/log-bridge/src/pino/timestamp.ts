import type { HrTime } from '@opentelemetry/api'

const MAX_DATE_MS = 8.64e15

/**
 * Reads what pino's `timestamp` function wrote, by default `,"time":1700000000000`: a number of milliseconds, or with other functions one of
 * seconds, or an ISO date. `undefined` for what is none of them, and where pino writes no time.
 */
export function readTimestamp(time: string): HrTime | undefined {
  const value = time.slice(time.indexOf(':') + 1)
  const milliseconds = value[0] === '"' ? Date.parse(value.slice(1, -1)) : toMilliseconds(Number(value))
  return milliseconds > 0 && milliseconds <= MAX_DATE_MS ? toHrTime(milliseconds) : undefined
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
