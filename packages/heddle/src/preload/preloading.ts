// Kept on the global object, because heddle/register is a file of its own.
const PRELOAD = Symbol.for('heddle.preload')
const globals = globalThis as { [PRELOAD]?: boolean }

/** Says that Heddle is being started before any of the app's own code has run. */
export function duringPreload<Result>(work: () => Result): Result {
  globals[PRELOAD] = true
  try {
    return work()
  } finally {
    delete globals[PRELOAD]
  }
}

export function isPreload(): boolean {
  return globals[PRELOAD] === true
}
