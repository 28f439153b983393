import { SLICE_BYTES, type Slices } from '../../event-loop'
import { extendCrc32c } from './crc32c'

/**
 * Extends `checksum` by `bytes` from `start` to `end`. The checksum of nothing is 0.
 */
export type ExtendChecksum = (checksum: number, bytes: Uint8Array, start?: number, end?: number) => number

/**
 * How the records of a segment are guarded: what stays on disk by CRC-32C, a journal, which is
 * written all the time, by zlib's CRC-32.
 */
export const CHECKSUMS = [
  { name: 'CRC-32C', extend: extendCrc32c },
  { name: 'CRC-32', extend: extendCrc32 },
] as const satisfies readonly { readonly name: string; readonly extend: ExtendChecksum }[]

export type ChecksumName = (typeof CHECKSUMS)[number]['name']

/** Extends `checksum` by `bytes`, and lets the event loop turn meanwhile. */
export async function extendInSlices(
  extend: ExtendChecksum,
  checksum: number,
  bytes: Buffer,
  slices: Slices,
): Promise<number> {
  let extended = checksum
  for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
    const end = Math.min(start + SLICE_BYTES, bytes.length)
    extended = extend(extended, bytes, start, end)
    await slices.handled(end - start)
  }
  return extended
}

let native: ((bytes: Uint8Array, checksum: number) => number) | undefined

/**
 * Node has had it since 20.15 and 22.2, in machine code: it takes a fraction of what CRC-32C does.
 */
function extendCrc32(checksum: number, bytes: Uint8Array, start = 0, end = bytes.length): number {
  native ??=
    (require('node:zlib') as { crc32?: typeof native }).crc32 ?? ((bytes, checksum) => slowCrc32(checksum, bytes))
  // zlib returns 0 for no bytes, whatever checksum it is to continue.
  return start < end ? native(bytes.subarray(start, end), checksum) : checksum
}

let table: Uint32Array | undefined

/** The same for an older Node. */
export function slowCrc32(checksum: number, bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
  let crc = ~checksum
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
