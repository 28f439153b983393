import { countOwnTimer } from '../send/connection/loop-guard'

const TICK_MS = 100
/**
 * Half a second. In ticks, so that a process that was busy meanwhile has still looked whether there
 * is an answer.
 */
const TICKS = 5

/**
 * Keeps the process alive while a request is in flight, for half a second at the most: a collector
 * that answers has done so by then. Nothing else of ours holds the event loop, however long it
 * takes.
 */
export class Hold {
  #pending = 0
  #ticks = 0
  #timer: NodeJS.Timeout | undefined

  /** Returns what is to be called at the end. */
  begin(): () => void {
    this.#pending++
    this.#ticks = 0
    if (this.#timer === undefined) this.#tick()
    return () => {
      if (--this.#pending === 0) this.#stop()
    }
  }

  #tick(): void {
    if (this.#timer === undefined) countOwnTimer(1)
    this.#timer = setTimeout(() => {
      if (++this.#ticks < TICKS) this.#tick()
      else this.#stop()
    }, TICK_MS)
  }

  #stop(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    countOwnTimer(-1)
  }
}
