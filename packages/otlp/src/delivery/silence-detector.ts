/** How long the collector may be silent before what is held counts as in danger. */
const LEAST_MS = 2_000
/** What has come while the app did not let go of the event loop is looked at first. */
const SECOND_LOOK_MS = 100
/** How much of what answers usually took is remembered at each next one. */
const MEMORY = 0.9

/**
 * Notices a collector that has fallen silent: for two seconds nothing of what is on its way came to an end, and for twice as long as
 * answers have taken lately. So one that is always slow does not count as silent.
 */
export class SilenceDetector {
  private pending = 0
  private usualMs = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly onSilence: () => void) {}

  /** Something is on its way from now on. Returns what is to be called when that has ended. */
  begin(): (isAnswered: boolean) => void {
    const start = performance.now()
    if (this.pending++ === 0) this.listen()
    return (isAnswered) => {
      this.pending--
      if (isAnswered) this.usualMs = Math.max(performance.now() - start, this.usualMs * MEMORY)
      this.listen()
    }
  }

  private listen(): void {
    clearTimeout(this.timer)
    if (this.pending > 0) this.after(Math.max(LEAST_MS, 2 * this.usualMs), () => this.checkOnceMore())
  }

  private checkOnceMore(): void {
    this.after(SECOND_LOOK_MS, () => {
      this.listen()
      this.onSilence()
    })
  }

  private after(ms: number, work: () => void): void {
    this.timer = setTimeout(work, ms).unref()
  }
}
