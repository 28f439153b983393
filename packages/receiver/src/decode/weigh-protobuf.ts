import { Reader, type Type } from 'protobufjs/light'
import type { Scales } from '../serve/memory'

/** The same bound on nesting as protobufjs has. */
const MAX_DEPTH = 100
const LENGTH_DELIMITED = 2

/** For each message type, the fields that hold messages, by number. */
const messageFields = new WeakMap<Type, ReadonlyMap<number, Type>>()

/**
 * Walks an encoded message of `type` without decoding it, and puts every message in it on the
 * scales. Two bytes can encode a span of hundreds of bytes, so the size of a body says nothing
 * about the memory of its messages.
 *
 * @throws BodyError as soon as the message is too heavy, and the reader's own error when it is
 *   malformed
 */
export function weighProtobuf(type: Type, body: Uint8Array, scales: Scales): void {
  weighMessage(type, Reader.create(body), body.length, scales, 0)
}

function weighMessage(type: Type, reader: Reader, end: number, scales: Scales, depth: number): void {
  if (depth > MAX_DEPTH) throw new TypeError('nested too deeply')
  scales.add(type.name)
  const fields = fieldsOf(type)
  while (reader.pos < end) {
    const tag = reader.uint32()
    const wireType = tag & 7
    const field = wireType === LENGTH_DELIMITED ? fields.get(tag >>> 3) : undefined
    if (field === undefined) {
      reader.skipType(wireType)
      continue
    }
    const length = reader.uint32()
    const fieldEnd = reader.pos + length
    if (fieldEnd > reader.len) throw new RangeError(`index out of range: ${reader.pos} + ${length} > ${reader.len}`)
    weighMessage(field, reader, fieldEnd, scales, depth + 1)
  }
}

function fieldsOf(type: Type): ReadonlyMap<number, Type> {
  let fields = messageFields.get(type)
  if (fields === undefined) {
    const entries = type.fieldsArray.map((field) => [field.id, field.resolvedType] as const)
    fields = new Map(entries.filter((entry): entry is readonly [number, Type] => entry[1] !== null))
    messageFields.set(type, fields)
  }
  return fields
}
