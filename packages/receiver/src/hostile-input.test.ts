import fc from 'fast-check'
import { messageType } from './decode/schema'
import { decodeRequest, type Items, SIGNAL_ROUTES } from './decode/signals'
import { formatTrace } from './view/format-trace'
import { buildTraces } from './view/trace'

const [traces, logs] = SIGNAL_ROUTES
const request = messageType('ExportTraceServiceRequest')

/** Every decoded item must also be grouped and printed. */
function printAll({ spans, logs }: Items): void {
  for (const trace of buildTraces(spans, logs)) formatTrace(trace, { color: true })
}

function decodeOrRefuse(read: () => Items): void {
  let items: Items
  try {
    items = read()
  } catch (error) {
    // A refusal is an error with a reason, never a crash of the decoder itself.
    if (!(error instanceof Error) || error.message === '') throw error
    return
  }
  printAll(items)
}

const id = fc.uint8Array({ maxLength: 3 })
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.record({ stringValue: fc.string({ unit: 'binary' }) }),
    fc.record({ doubleValue: fc.double() }),
    fc.record({ bytesValue: fc.uint8Array() }),
    fc.constant({}),
    fc.record({ arrayValue: fc.record({ values: fc.array(tie('value'), { maxLength: 3 }) }) }),
  ),
})).value
const keyValue = fc.record({ key: fc.string({ unit: 'binary' }), value: anyValue }, { requiredKeys: [] })
const span = fc.record(
  {
    traceId: id,
    spanId: id,
    parentSpanId: id,
    name: fc.string({ unit: 'binary' }),
    kind: fc.integer(),
    flags: fc.nat(),
    attributes: fc.array(keyValue, { maxLength: 3 }),
    events: fc.array(fc.record({ name: fc.string(), attributes: fc.array(keyValue, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
    status: fc.record({ code: fc.integer(), message: fc.string({ unit: 'binary' }) }),
  },
  { requiredKeys: [] },
)

test('random bytes are decoded or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      decodeOrRefuse(() => decodeRequest(traces!, bytes, 'protobuf'))
      decodeOrRefuse(() => decodeRequest(logs!, bytes, 'protobuf'))
      decodeOrRefuse(() => decodeRequest(logs!, bytes, 'json'))
    }),
  )
})

test('random spans are decoded whole, grouped and printed; with a byte changed or cut off they are decoded or refused', () => {
  const damage = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.boolean() })
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), damage, (spans, { at, byte, cut }) => {
      const bytes = request.encode(request.fromObject({ resourceSpans: [{ scopeSpans: [{ spans }] }] })).finish()
      const items = decodeRequest(traces!, bytes, 'protobuf')
      expect(items.spans.map(({ name }) => name)).toHaveLength(spans.length)
      printAll(items)
      const damaged = Buffer.from(bytes)
      if (damaged.length > 0) damaged[at % damaged.length] = byte
      decodeOrRefuse(() =>
        decodeRequest(traces!, cut ? damaged.subarray(0, at % (damaged.length + 1)) : damaged, 'protobuf'),
      )
    }),
  )
})

test('random JSON of nearly the right shape is decoded or refused', () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  const keys = [
    'resourceLogs',
    'scopeLogs',
    'logRecords',
    'attributes',
    'body',
    'traceId',
    'timeUnixNano',
    'arrayValue',
  ]
  const nearly = fc.oneof(json, fc.dictionary(fc.constantFrom(...keys), fc.oneof(json, fc.array(json))))
  fc.assert(
    fc.property(nearly, nearly, (a, b) => {
      for (const value of [a, { resourceLogs: [a] }, { resourceLogs: [{ scopeLogs: [{ logRecords: [a, b] }] }] }]) {
        decodeOrRefuse(() => decodeRequest(logs!, Buffer.from(JSON.stringify(value)), 'json'))
      }
    }),
  )
})

test.each(['protobuf', 'json'] as const)('a value nested far too deeply is refused, in %s', (encoding) => {
  const depth = 5_000
  const open = '{"arrayValue":{"values":['.repeat(depth)
  const close = ']}}'.repeat(depth)
  const json = `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":${open}${close}}]}]}]}`
  let bytes: Uint8Array = new Uint8Array()
  for (let i = 0; i < depth; i++) bytes = lengthPrefixed(0x2a, lengthPrefixed(0x0a, bytes))
  for (const tag of [0x2a, 0x12, 0x12, 0x0a]) bytes = lengthPrefixed(tag, bytes)
  const body = encoding === 'json' ? Buffer.from(json) : bytes
  expect(() => decodeRequest(logs!, body, encoding)).toThrow(/nest/)
})

function lengthPrefixed(tag: number, content: Uint8Array): Uint8Array {
  const length: number[] = []
  let rest = content.length
  for (; rest > 127; rest >>>= 7) length.push((rest & 127) | 128)
  return Buffer.concat([Uint8Array.of(tag, ...length, rest), content])
}
