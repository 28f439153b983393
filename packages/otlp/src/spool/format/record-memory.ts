import type { Memory } from './reader'

/** Memory of one allocation. Records that are smaller lie in it one behind another. */
const SLAB_BYTES = 1024 * 1024
/** Slabs that are kept while nothing is in them. */
const MOST_FREE = 2

interface Slab {
  readonly memory: Buffer
  used: number
  /** Pieces that were taken and not given back. */
  pieces: number
}

/**
 * Memory that is used again. V8 counts the bytes of buffers: two hundred megabytes of new ones
 * within seconds made it collect garbage every 80 ms, in pauses of two to nine milliseconds.
 */
export class RecordMemory implements Memory {
  readonly #slabs = new Map<ArrayBufferLike, Slab>()
  #current: Slab | undefined
  #free: Slab[] = []

  take(bytes: number): Buffer {
    if (bytes > SLAB_BYTES) return Buffer.allocUnsafe(bytes)
    if (this.#current === undefined || this.#current.used + bytes > SLAB_BYTES) this.#current = this.#next()
    const { memory, used } = this.#current
    this.#current.used += bytes
    this.#current.pieces++
    return memory.subarray(used, used + bytes)
  }

  giveBack({ buffer }: Buffer): void {
    const slab = this.#slabs.get(buffer)
    if (slab === undefined || --slab.pieces > 0) return
    slab.used = 0
    if (slab === this.#current) return
    if (this.#free.length < MOST_FREE) this.#free.push(slab)
    else this.#slabs.delete(buffer)
  }

  /** Pieces that are out are never used again: somebody may still read them. */
  forget(): void {
    this.#slabs.clear()
    this.#current = undefined
    this.#free = []
  }

  #next(): Slab {
    const free = this.#free.pop()
    if (free !== undefined) return free
    const slab = { memory: Buffer.allocUnsafeSlow(SLAB_BYTES), used: 0, pieces: 0 }
    this.#slabs.set(slab.memory.buffer, slab)
    return slab
  }
}
