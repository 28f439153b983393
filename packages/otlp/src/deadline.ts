import { MAX_TIMER_MS } from './resolve-options'

/**
 * Resolves when `work` does or the time is over, whichever is first. This timer is the only thing of ours that holds the process, and
 * only while someone waits for a flush or a shutdown.
 */
export async function within(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, Math.min(timeoutMs, MAX_TIMER_MS)))
  })
  await Promise.race([work, deadline])
  clearTimeout(timer)
}
