import fc from 'fast-check'
import { crc32c } from './crc32c'

/** Straight from the definition, a bit at a time. */
function slowly(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return ~crc >>> 0
}

test.each([
  ['the check value of CRC-32C', Buffer.from('123456789'), 0xe3069283],
  ['32 zeros, from RFC 3720', Buffer.alloc(32), 0x8a9136aa],
  ['32 ones, from RFC 3720', Buffer.alloc(32, 0xff), 0x62a8ab43],
  ['nothing', Buffer.alloc(0), 0],
])('%s', (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected)
})

test('is what the definition gives, wherever the bytes are cut', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      expect(crc32c(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(slowly(bytes))
    }),
  )
})
