import { diag } from '@opentelemetry/api'

// A longer delay makes Node fire the timer at once.
const MAX_TIMER_MS = 2 ** 31 - 1

/** Runs a part of the user's, or anyone's: what it throws or rejects with is reported, and harms nothing else. */
export async function reportFailure(what: string, run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    diag.error(`${what} failed`, error)
  }
}

/** Waits for all of `work`, but no longer than the deadline. Never rejects, if none of `work` does. */
export async function allWithin(timeoutMs: number, work: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  // The timer is not unref'd: it keeps the process alive while the last records are on their way.
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(timeoutMs, MAX_TIMER_MS))
  })
  await Promise.race([Promise.all(work), deadline])
  clearTimeout(timer)
}
