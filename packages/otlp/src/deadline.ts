import { MAX_TIMER_MS } from './resolve-options'

/**
 * Resolves when `work` does or the time is over, whichever is first; at once, if the time was over before. This timer is the only thing
 * of ours that holds the process, and only while someone waits for a flush or a shutdown.
 */
export async function within(timeoutMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<void>((resolve) => {
    // Of a negative delay Node.js 24 warns on stderr.
    timer = setTimeout(resolve, Math.min(Math.max(0, timeoutMs), MAX_TIMER_MS))
  })
  await Promise.race([work, deadline])
  clearTimeout(timer)
}
