import { MAX_TIMER_MS } from './resolve-options'

/**
 * Resolves when `work` does or the time is over, whichever is first; at once, if the time was over before. This timer is the only thing
 * of ours that holds the process, and only while someone waits for a flush or a shutdown.
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
