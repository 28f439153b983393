import fc from 'fast-check'
import { CHECKSUMS, slowCrc32 } from './checksum'

test.each(CHECKSUMS)('$name of parts is that of the whole', ({ extend }) => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(extend(extend(0, a), b)).toBe(extend(0, Buffer.concat([a, b])))
    }),
  )
})

test('CRC-32 is that of zlib, in a Node that lacks it too', () => {
  const [, { extend }] = CHECKSUMS
  expect(slowCrc32(0, Buffer.from('123456789'))).toBe(0xcbf43926)
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(slowCrc32(slowCrc32(0, a), b)).toBe(extend(extend(0, a), b))
    }),
  )
})
