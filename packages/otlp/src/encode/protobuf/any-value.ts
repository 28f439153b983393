import { ITEM_TOO_LARGE } from '../byte-writer'
import { formOf } from '../forms'
import { Budget, bigintText, CIRCULAR, MAX_DEPTH, moreItems, nameOf, THROWS, TOO_DEEP, TRUNCATED_KEY } from '../limits'
import { KnownKey } from './known-key'
import { fixed64Field, lengthField, ProtobufWriter, varintField } from './writer'

// opentelemetry.proto.common.v1.AnyValue
const STRING_VALUE = lengthField(1)
const BOOL_VALUE = varintField(2)
const INT_VALUE = varintField(3)
const DOUBLE_VALUE = fixed64Field(4)
const ARRAY_VALUE = lengthField(5)
const KVLIST_VALUE = lengthField(6)
const BYTES_VALUE = lengthField(7)
// ArrayValue and KeyValueList
const VALUES = lengthField(1)
// KeyValue
const KEY = lengthField(1)
const VALUE = lengthField(2)

const TWO_63 = 2 ** 63
const MAX_KNOWN_KEYS = 2048
const MAX_KNOWN_KEY_LENGTH = 64
const hasOwn = Object.prototype.hasOwnProperty
const knownKeys = new Map<string, KnownKey>()
/**
 * The objects that enclose the value being written, in one list for all pipelines of the process. A
 * getter among the values may log, and have another pipeline encode a record within this item: the
 * list is cut back to its length in any case. `Batcher.encoding` refuses an item within another one
 * of the same pipeline.
 */
const enclosing: object[] = []
/** What the item that is being written may still have. */
export const budget = new Budget()

/** Writes every own enumerable property of `attributes` as a repeated KeyValue field. */
export function writeAttributes(
  writer: ProtobufWriter,
  tag: number,
  attributes: Readonly<Record<string, unknown>>,
): void {
  for (const key in attributes) {
    if (hasOwn.call(attributes, key)) writeKeyValue(writer, tag, key, attributes[key])
  }
}

/**
 * The method of a request, its scheme, the server's name and port: most attributes say what they
 * said the last time. So the bytes of the whole pair are kept for each key, and are copied when its
 * value comes again.
 */
function writeKeyValue(writer: ProtobufWriter, tag: number, key: string, value: unknown): void {
  writer.tag(tag)
  const known = knownKeys.get(key)
  if (known === undefined) {
    writePair(writer, fieldOfKey(key), value)
  } else if (known.pair !== undefined && known.value === value) {
    writer.append(known.pair)
  } else {
    const start = writer.position
    writePair(writer, known.field, value)
    known.remember(value, writer, start)
  }
}

function writePair(writer: ProtobufWriter, field: Uint8Array, value: unknown): void {
  const pair = writer.begin()
  writer.append(field)
  writer.tag(VALUE)
  const mark = writer.begin()
  writeAnyValue(writer, value)
  writer.end(mark)
  writer.end(pair)
}

/** Keys repeat endlessly; a program that invents keys only starts the collection anew. */
function fieldOfKey(key: string): Uint8Array {
  const writer = new ProtobufWriter()
  writer.tag(KEY)
  writer.text(nameOf(key))
  const field = writer.takeFrom(0)
  if (key.length > MAX_KNOWN_KEY_LENGTH) return field
  if (knownKeys.size >= MAX_KNOWN_KEYS) knownKeys.clear()
  knownKeys.set(key, new KnownKey(field))
  return field
}

/**
 * Writes the content of an AnyValue. Null, undefined, functions and symbols are the empty AnyValue;
 * integral numbers within int64 are `int_value`; a bigint beyond int64 is its decimal string.
 */
export function writeAnyValue(writer: ProtobufWriter, value: unknown): void {
  switch (typeof value) {
    case 'string':
      writer.tag(STRING_VALUE)
      writer.text(value)
      break
    case 'number':
      writeNumber(writer, value)
      break
    case 'boolean':
      writer.tag(BOOL_VALUE)
      writer.varint(value ? 1 : 0)
      break
    case 'object':
      if (value !== null) writeObject(writer, value)
      break
    case 'bigint':
      writeBigInt(writer, value)
      break
  }
}

function writeNumber(writer: ProtobufWriter, value: number): void {
  if (Number.isInteger(value) && value >= -TWO_63 && value < TWO_63) {
    writer.tag(INT_VALUE)
    writer.int64(value)
  } else {
    writer.tag(DOUBLE_VALUE)
    writer.double(value)
  }
}

function writeBigInt(writer: ProtobufWriter, value: bigint): void {
  if (BigInt.asIntN(64, value) !== value) {
    writeAnyValue(writer, bigintText(value))
    return
  }
  writer.tag(INT_VALUE)
  writer.varint64(Number(BigInt.asUintN(32, value)), Number(BigInt.asUintN(32, value >> 32n)))
}

/**
 * Arrays, bytes and nested objects: the user's own, so they may be circular, endless, or throw when
 * they are looked at.
 */
function writeObject(writer: ProtobufWriter, value: object): void {
  if (enclosing.length >= MAX_DEPTH) writeAnyValue(writer, TOO_DEEP)
  else if (enclosing.includes(value)) writeAnyValue(writer, CIRCULAR)
  else enter(writer, value)
}

function enter(writer: ProtobufWriter, value: object): void {
  const start = writer.position
  const depth = enclosing.push(value) - 1
  try {
    if (value instanceof Uint8Array) writeBytes(writer, value)
    else if (Array.isArray(value)) writeArray(writer, value)
    else {
      const form = formOf(value)
      if (form === value) writeKeyValueList(writer, value)
      else writeAnyValue(writer, form)
    }
  } catch (error) {
    if (error === ITEM_TOO_LARGE) throw error
    writer.position = start
    writeAnyValue(writer, THROWS)
  } finally {
    enclosing.length = depth
  }
}

function writeBytes(writer: ProtobufWriter, value: Uint8Array): void {
  writer.tag(BYTES_VALUE)
  writer.varint(value.length)
  writer.append(value)
}

function writeArray(writer: ProtobufWriter, values: readonly unknown[]): void {
  writer.tag(ARRAY_VALUE)
  const array = writer.begin()
  for (let i = 0; i < values.length; i++) {
    const isWithin = budget.takeValue()
    writer.tag(VALUES)
    const mark = writer.begin()
    writeAnyValue(writer, isWithin ? values[i] : moreItems(values.length - i))
    writer.end(mark)
    if (!isWithin) break
  }
  writer.end(array)
}

function writeKeyValueList(writer: ProtobufWriter, value: object): void {
  writer.tag(KVLIST_VALUE)
  const list = writer.begin()
  for (const key in value) {
    if (!hasOwn.call(value, key)) continue
    if (!budget.takeValue()) {
      writeKeyValue(writer, VALUES, TRUNCATED_KEY, true)
      break
    }
    writeKeyValue(writer, VALUES, key, (value as Record<string, unknown>)[key])
  }
  writer.end(list)
}
