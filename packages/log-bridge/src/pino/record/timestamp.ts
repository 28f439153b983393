import type { HrTime } from '@opentelemetry/api'

const MAX_DATE_MS = 8.64e15
/** A line takes microseconds from its time to this code, and up to this long on a busy machine. */
const PRESENT_MS = 100

/** The last result: several lines often come in one millisecond. */
let lastTime = ''
let lastMilliseconds = Number.NaN

/**
 * Reads the output of pino's `timestamp` function, by default `,"time":1700000000000`: a number of
 * milliseconds, or with other functions a number of seconds or an ISO date.
 *
 * @returns `undefined` for any other text, and where pino writes no time. Also `undefined` for the
 *   present, cut to whole milliseconds or seconds: the record is made within the call that writes
 *   the line, and the SDK knows the time better, by the clock of the span that the line is written
 *   in
 */
export function readTimestamp(time: string, nowMs: number): HrTime | undefined {
  if (time !== lastTime) {
    lastMilliseconds = readMilliseconds(time)
    lastTime = time
  }
  const read = lastMilliseconds
  if (!(read > 0 && read <= MAX_DATE_MS) || isPresent(read, nowMs)) return undefined
  return toHrTime(read)
}

function isPresent(ms: number, nowMs: number): boolean {
  const passedMs = nowMs - ms
  return passedMs >= 0 && (passedMs <= PRESENT_MS ? Number.isInteger(ms) : passedMs <= 1_000 && ms % 1_000 === 0)
}

function readMilliseconds(time: string): number {
  const value = time.slice(time.indexOf(':') + 1)
  return value[0] === '"' ? Date.parse(value.slice(1, -1)) : toMilliseconds(Number(value))
}

/**
 * Tells seconds, milliseconds, microseconds and nanoseconds apart by size: correct for all times
 * from 1973 to 5138.
 */
function toMilliseconds(time: number): number {
  if (time < 1e11) return time * 1e3
  if (time < 1e14) return time
  return time < 1e17 ? time / 1e3 : time / 1e6
}

function toHrTime(milliseconds: number): HrTime {
  return [Math.trunc(milliseconds / 1e3), Math.round((milliseconds % 1e3) * 1e6)]
}
