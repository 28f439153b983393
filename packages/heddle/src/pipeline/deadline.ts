import { diag } from '@opentelemetry/api'

// A longer delay makes Node fire the timer at once.
const MAX_TIMER_MS = 2 ** 31 - 1

/** Runs `run`, which may be the user's. Its error or rejection goes to `diag` and nowhere else. */
export async function reportFailure(what: string, run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    diag.error(`${what} failed`, error)
  }
}

/** Waits for all of `work`, for `timeoutMs` at most. Rejects only if one of `work` does. */
export async function allWithin(timeoutMs: number, work: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  // The timer is not unref'd: it keeps the process alive while the last records are in flight.
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(timeoutMs, MAX_TIMER_MS))
  })
  await Promise.race([Promise.all(work), deadline])
  clearTimeout(timer)
}
