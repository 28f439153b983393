import type { HrTime } from '@opentelemetry/api'
import { ByteWriter } from '../byte-writer'

/** Protobuf wire types (https://protobuf.dev/programming-guides/encoding/). */
const VARINT = 0
const FIXED64 = 1
const LENGTH_DELIMITED = 2
const FIXED32 = 5

/**
 * Tags of the fields of a message. All of OTLP's trace and log messages need at most two bytes for
 * one.
 */
export const varintField = (number: number): number => (number << 3) | VARINT
export const fixed64Field = (number: number): number => (number << 3) | FIXED64
export const lengthField = (number: number): number => (number << 3) | LENGTH_DELIMITED
export const fixed32Field = (number: number): number => (number << 3) | FIXED32

/**
 * Below this length a character loop beats the call into native code (measured on Node 20 and 24).
 */
const SHORT_TEXT = 28
const TWO_32 = 0x1_0000_0000
const NANOS_PER_SECOND = 1_000_000_000

/** Value of each hexadecimal digit by character code; 255 for all others. */
const HEX = new Uint8Array(256).fill(255)
for (let digit = 0; digit < 16; digit++) {
  HEX[digit.toString(16).charCodeAt(0)] = digit
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}

/**
 * The protobuf wire format over a {@link ByteWriter}: fields are written in place, lengths are
 * filled in afterwards.
 */
export class ProtobufWriter extends ByteWriter {
  // Nearly all times of a batch lie within the same second, so its contribution to the 64 bits is
  // kept.
  #second = -1
  #secondLow = 0
  #secondHigh = 0

  tag(tag: number): void {
    this.reserve(2)
    if (tag >= 0x80) {
      this.bytes[this.position++] = (tag & 0x7f) | 0x80
      tag >>>= 7
    }
    this.bytes[this.position++] = tag
  }

  /**
   * An unsigned integer, taken modulo 2^32 so that no value, however odd, can break the message.
   */
  varint(value: number): void {
    value >>>= 0
    this.reserve(5)
    const bytes = this.bytes
    let position = this.position
    while (value > 0x7f) {
      bytes[position++] = (value & 0x7f) | 0x80
      value >>>= 7
    }
    bytes[position++] = value
    this.position = position
  }

  /** A signed 64-bit integer given as two unsigned halves. */
  varint64(low: number, high: number): void {
    this.reserve(10)
    while (high > 0 || low > 0x7f) {
      this.bytes[this.position++] = (low & 0x7f) | 0x80
      low = ((low >>> 7) | (high << 25)) >>> 0
      high >>>= 7
    }
    this.bytes[this.position++] = low
  }

  /** An integral number within the range of int64. */
  int64(value: number): void {
    if (value >= 0 && value < TWO_32) this.varint(value)
    // `Math.floor` of the quotient and the wrapped remainder are the halves of the two's
    // complement, also below zero.
    else this.varint64(value >>> 0, Math.floor(value / TWO_32) >>> 0)
  }

  double(value: number): void {
    this.reserve(8)
    this.position = this.bytes.writeDoubleLE(value, this.position)
  }

  fixed32(value: number): void {
    this.reserve(4)
    this.position = this.bytes.writeUInt32LE(value >>> 0, this.position)
  }

  /**
   * `[seconds, nanoseconds]` since the epoch as fixed64 nanoseconds, exact and without BigInt.
   * Seconds before the epoch count as 0.
   */
  time(time: HrTime): void {
    const seconds = time[0]
    if (seconds !== this.#second) this.#enterSecond(seconds)
    const sum = this.#secondLow + (time[1] > 0 ? Math.trunc(time[1]) : 0)
    this.reserve(8)
    const bytes = this.bytes
    const position = this.position
    const high = this.#secondHigh + (sum >= TWO_32 ? Math.floor(sum / TWO_32) : 0)
    bytes[position] = sum
    bytes[position + 1] = sum >>> 8
    bytes[position + 2] = sum >>> 16
    bytes[position + 3] = sum >>> 24
    bytes[position + 4] = high
    bytes[position + 5] = high >>> 8
    bytes[position + 6] = high >>> 16
    bytes[position + 7] = high >>> 24
    this.position = position + 8
  }

  #enterSecond(seconds: number): void {
    const whole = seconds > 0 ? Math.trunc(seconds) : 0
    // Products of a 16-bit half with 10^9 stay exact in a double; the whole product would not.
    const upper = Math.floor(whole / 0x10000) * NANOS_PER_SECOND
    const lower = (whole % 0x10000) * NANOS_PER_SECOND + (upper % 0x10000) * 0x10000
    this.#second = seconds
    this.#secondLow = lower % TWO_32
    this.#secondHigh = Math.floor(upper / 0x10000) + Math.floor(lower / TWO_32)
  }

  /**
   * Opens a nested message and reserves `width` bytes for its length, 1 unless it is known to be
   * long.
   */
  begin(width = 1): number {
    this.reserve(width)
    const mark = this.position
    this.position = mark + width
    return mark
  }

  /**
   * Closes the message that `begin` opened, moving its content when the length needs another width
   * than was reserved.
   */
  end(mark: number, width = 1): void {
    let length = this.position - mark - width
    if (length < 0x80 && width === 1) {
      this.bytes[mark] = length
      return
    }
    const needed = varintWidth(length)
    if (needed !== width) {
      this.reserve(needed)
      this.bytes.copyWithin(mark + needed, mark + width, this.position)
      this.position += needed - width
    }
    while (length > 0x7f) {
      this.bytes[mark++] = (length & 0x7f) | 0x80
      length >>>= 7
    }
    this.bytes[mark] = length
  }

  /** The length and the UTF-8 of a string. */
  text(text: string): void {
    // Plain JavaScript can put anything where a string belongs, such as a number as a span's name.
    if (typeof text !== 'string') text = String(text)
    if (text.length <= SHORT_TEXT ? this.#shortAscii(text) : this.#longAscii(text)) return
    const mark = this.begin(varintWidth(text.length))
    this.utf8(text)
    this.end(mark, varintWidth(text.length))
  }

  /** Writes the text if it is ASCII; otherwise leaves the position where it was. */
  #shortAscii(text: string): boolean {
    const length = text.length
    this.reserve(length + 1)
    const bytes = this.bytes
    let position = this.position
    bytes[position++] = length
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) return false
      bytes[position++] = code
    }
    this.position = position
    return true
  }

  /** Assumes ASCII for the length; native code then says whether that was right. */
  #longAscii(text: string): boolean {
    const start = this.position
    this.varint(text.length)
    if (this.utf8(text) === text.length) return true
    this.position = start
    return false
  }

  /**
   * The length and the bytes of a hexadecimal id of `length` bytes. Writes nothing and returns
   * false unless `hex` is one.
   */
  id(hex: string, length: number): boolean {
    if (typeof hex !== 'string' || hex.length !== length * 2) return false
    this.reserve(length + 1)
    const bytes = this.bytes
    let position = this.position
    let digits = 0
    bytes[position++] = length
    for (let i = 0; i < length * 2; i += 2) {
      const high = HEX[hex.charCodeAt(i)] ?? 255
      const low = HEX[hex.charCodeAt(i + 1)] ?? 255
      digits |= high | low
      bytes[position++] = (high << 4) | low
    }
    if (digits > 15) return false
    this.position = position
    return true
  }
}

function varintWidth(value: number): number {
  if (value < 0x80) return 1
  if (value < 0x4000) return 2
  if (value < 0x20_0000) return 3
  return value < 0x1000_0000 ? 4 : 5
}
