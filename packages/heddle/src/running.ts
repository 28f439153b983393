import type { Heddle } from './handle'

// Kept on the global object: an app may hold a second copy of this package, which must find the
// first.
const RUNNING = Symbol.for('heddle.running')
const globals = globalThis as { [RUNNING]?: Heddle }

/** The Heddle of this process (or worker thread), of whichever copy of the package started it. */
export function runningHeddle(): Heddle | undefined {
  return globals[RUNNING]
}

export function setRunningHeddle(heddle: Heddle | undefined): void {
  if (heddle) globals[RUNNING] = heddle
  else delete globals[RUNNING]
}
