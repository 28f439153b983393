/**
 * Bytes that are copied, checked, encrypted or written in one turn of the event loop: a fraction of
 * a millisecond, whichever of these it is.
 */
export const SLICE_BYTES = 128 * 1024

/** Resolves in the next turn of the event loop, after whatever else is ready. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/**
 * Lets the event loop turn during work that goes over many bytes, as soon as a slice of them has
 * been handled since the last turn.
 */
export class Slices {
  #bytes = 0

  /** To be called after so many bytes. Resolves when the work may go on. */
  async handled(bytes: number): Promise<void> {
    this.#bytes += bytes
    if (this.#bytes < SLICE_BYTES) return
    this.#bytes = 0
    await nextTurn()
  }
}
