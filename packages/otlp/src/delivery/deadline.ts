import { MAX_TIMER_MS } from '../options/resolve'

/**
 * Resolves when `work` does or the time is over, whichever is first; at once, if the time was over
 * before. This timer holds the process while someone waits for a flush or a shutdown.
 */
export async function within(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    // A deadline may be over already: of a negative delay newer Nodes warn on the app's stderr.
    timer = setTimeout(resolve, Math.min(Math.max(timeoutMs, 0), MAX_TIMER_MS))
  })
  await Promise.race([work, deadline])
  clearTimeout(timer)
}

/**
 * Reads a timeout in milliseconds and clamps it to what a timer takes, 0 to 2,147,483,647. A string
 * or a BigInt counts as the number that it says, and anything that is no number as not given. Never
 * throws.
 */
export function timeoutOf(read: () => unknown, byDefaultMs: number): number {
  try {
    const given = read()
    const isNumeric = typeof given === 'number' || typeof given === 'bigint'
    const ms = isNumeric || (typeof given === 'string' && given.trim() !== '') ? Number(given) : Number.NaN
    return Number.isNaN(ms) ? byDefaultMs : Math.min(Math.max(ms, 0), MAX_TIMER_MS)
  } catch {
    // A getter, or a proxy.
    return byDefaultMs
  }
}
