/**
 * A field of a protobuf message: a number for varints and fixed-width integers, bytes for
 * everything with a length.
 */
export interface Field {
  readonly number: number
  readonly value: number | Buffer
}

/**
 * The fields of a protobuf message that a stranger sent. Total: what cannot be read ends the list.
 * Enough for the three small messages that a collector answers with; varints come as the double
 * that is nearest to their int64.
 */
export function readFields(bytes: Buffer): Field[] {
  const fields: Field[] = []
  let position = 0

  function varint(): number {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[position++]
      if (byte === undefined) return Number.NaN
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    return Number.NaN
  }

  function take(length: number): Buffer | undefined {
    if (!(length <= bytes.length - position)) return undefined
    position += length
    return bytes.subarray(position - length, position)
  }

  while (position < bytes.length) {
    const tag = varint()
    const value = readValue(tag % 8)
    if (value === undefined || Number.isNaN(value)) break
    fields.push({ number: Math.floor(tag / 8), value })
  }
  return fields

  function readValue(wireType: number): number | Buffer | undefined {
    if (wireType === 0) return signed(varint())
    if (wireType === 1) return take(8)
    if (wireType === 2) return take(varint())
    return wireType === 5 ? take(4) : undefined
  }
}

/** A negative int64 is sent as its two's complement. */
function signed(value: number): number {
  return value >= 2 ** 63 ? value - 2 ** 64 : value
}

/**
 * The last bytes that a message has in a field, as protobuf prescribes for fields that are not
 * repeated.
 */
export function bytesField(bytes: Buffer, number: number): Buffer | undefined {
  const value = lastValue(bytes, number)
  return typeof value === 'object' ? value : undefined
}

/** The last integer that a message has in a field, or 0. */
export function integerField(bytes: Buffer, number: number): number {
  const value = lastValue(bytes, number)
  return typeof value === 'number' ? value : 0
}

function lastValue(bytes: Buffer, number: number): Field['value'] | undefined {
  return readFields(bytes).findLast((field) => field.number === number)?.value
}
