/**
 * Largest single span or log record that is encoded, in bytes. Larger ones are dropped and counted
 * as `too_large`.
 */
export const MAX_ITEM_BYTES = 16 * 1024 * 1024

/**
 * Thrown by a writer, within the encoder only, when one item grows beyond {@link MAX_ITEM_BYTES}.
 */
export const ITEM_TOO_LARGE = new RangeError('the item is larger than 16 MiB once encoded')

const INITIAL_CAPACITY = 1024
/** A writer that a rare giant made larger than this gives its memory back when it is emptied. */
const RETAINED_CAPACITY = 2 * 1024 * 1024
/**
 * Up to this many characters the worst case of UTF-8, three bytes each, is reserved instead of
 * measured.
 */
const MEASURED_FROM = 16 * 1024

const MAX_TEXT = MAX_ITEM_BYTES + 3 * MEASURED_FROM

/** Memory that grows by doubling, is written from front to back, and is used again after `take`. */
export class ByteWriter {
  bytes: Buffer
  position = 0
  #itemStart = 0

  constructor(capacity = INITIAL_CAPACITY) {
    this.bytes = Buffer.allocUnsafeSlow(capacity)
  }

  /**
   * Notes where an item begins, so that its size can be bounded while it is written. Returns that
   * position.
   */
  startItem(): number {
    this.#itemStart = this.position
    return this.position
  }

  /**
   * Makes room for `count` more bytes.
   * @throws {@link ITEM_TOO_LARGE} when the current item would have to grow beyond its bound
   */
  reserve(count: number): void {
    if (this.position + count > this.bytes.length) this.#grow(count)
  }

  /** Appends `text` as UTF-8, lone surrogates as U+FFFD, and returns how many bytes that took. */
  utf8(text: string): number {
    // Without looking at it: each code unit takes a byte at least.
    if (text.length > MAX_TEXT) throw ITEM_TOO_LARGE
    this.reserve(text.length < MEASURED_FROM ? text.length * 3 : Buffer.byteLength(text))
    const written = this.bytes.write(text, this.position)
    this.position += written
    return written
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.position)
    this.position += bytes.length
  }

  /** Copies out everything from `start` to the end and forgets it. */
  takeFrom(start: number): Buffer {
    const taken = Buffer.from(this.bytes.subarray(start, this.position))
    this.position = start
    return taken
  }

  /** Forgets what was written and keeps the memory, unless it became unreasonably large. */
  clear(): void {
    this.position = 0
    this.#itemStart = 0
    if (this.bytes.length > RETAINED_CAPACITY) this.bytes = Buffer.allocUnsafeSlow(INITIAL_CAPACITY)
  }

  #grow(count: number): void {
    const needed = this.position + count
    // A reservation may be a threefold overestimate: only what surely exceeds the bound is refused
    // here, the caller checks the final size.
    if (needed - this.#itemStart > MAX_ITEM_BYTES + 3 * MEASURED_FROM) throw ITEM_TOO_LARGE
    let capacity = this.bytes.length
    while (capacity < needed) capacity *= 2
    const grown = Buffer.allocUnsafeSlow(capacity)
    this.bytes.copy(grown, 0, 0, this.position)
    this.bytes = grown
  }
}
