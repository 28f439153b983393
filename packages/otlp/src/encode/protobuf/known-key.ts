import type { ByteWriter } from '../byte-writer'

/** Pairs longer than this are not kept: with as many keys as are known, that is half a mebibyte. */
const MAX_PAIR_BYTES = 256

/**
 * An attribute key that was written before: the bytes of its field, and those of the whole pair
 * with the value that it last had twice.
 */
export class KnownKey {
  value: unknown = undefined
  /** The length and the content of the KeyValue. */
  pair: Uint8Array | undefined

  constructor(readonly field: Uint8Array) {}

  /**
   * Keeps the pair that was written from `start` on when its value has come for the second time: to
   * copy those that never come again would be lost work.
   */
  remember(value: unknown, writer: ByteWriter, start: number): void {
    const isRepeated = value === this.value
    const bytes = writer.position - start
    const isKept = bytes <= MAX_PAIR_BYTES && typeof value !== 'object' && typeof value !== 'function'
    this.value = isKept ? value : undefined
    this.pair = isKept && isRepeated ? Uint8Array.from(writer.bytes.subarray(start, writer.position)) : undefined
  }
}
