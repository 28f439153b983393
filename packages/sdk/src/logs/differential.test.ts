import { performance } from 'node:perf_hooks'
import { toAttributeValue } from '@heddle/logger'
import { type Context, createContextKey, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import type { LoggerProvider, LogRecord } from '@opentelemetry/api-logs'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  type LogRecordProcessor,
  type ReadWriteLogRecord,
  LoggerProvider as SdkLoggerProvider,
} from '@opentelemetry/sdk-logs'
import fc from 'fast-check'
import type { LogRecordLimits } from './log-attributes'
import { HeddleLoggerProvider } from './logger-provider'
import { ReusedLogRecord } from './reused-log-record'

const NOW_MS = 1_700_000_000_123
const IDS = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 }
const MARK = createContextKey('mark')
const resource = resourceFromAttributes({ 'service.name': 'test' })
// With `__proto__` as a key the SDK's own changes the prototype of its copy.
const key = fc
  .oneof(fc.constantFrom('a', 'b', 'c', 'constructor', ''), fc.string())
  .filter((text) => text !== '__proto__')
// Ours keeps values that the SDK leaves out, such as dates and class instances: see
// `nested-copy.test.ts`. The SDK's own keeps `undefined`, and cuts no bytes, as its next line does.
const values = [fc.boolean(), fc.integer(), fc.double(), fc.string(), fc.constant(null)]
const value = fc.oneof(
  fc.anything({ key: key.filter((text) => text !== 'constructor'), withNullPrototype: true, values }),
  fc.uint8Array({ maxLength: 1 }),
)
const time = fc.constantFrom(undefined, NOW_MS - 5, 3.25, new Date(NOW_MS - 7), [1_700_000_000, 1])
const context = fc.constantFrom<Context | undefined>(
  undefined,
  ROOT_CONTEXT.setValue(MARK, 'unmarked'),
  trace.setSpanContext(ROOT_CONTEXT, IDS),
  trace.setSpanContext(ROOT_CONTEXT, { ...IDS, traceId: 'no id' }),
)
const exception = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.record(
    { code: fc.constantFrom(undefined, 'E', 7), name: fc.string(), message: value, stack: fc.string() },
    { requiredKeys: [], noNullPrototype: true },
  ),
  fc.constantFrom<unknown>(null, undefined, true, new RangeError('far')),
)
const record = fc.record(
  {
    timestamp: time,
    observedTimestamp: time,
    severityNumber: fc.nat(24),
    severityText: fc.string(),
    body: value,
    eventName: fc.string(),
    attributes: fc.dictionary(fc.oneof(key, fc.constant('exception.message')), value),
    exception,
    context,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<LogRecord>

type Change = (record: ReadWriteLogRecord) => unknown
const change = fc.oneof<fc.Arbitrary<Change>[]>(
  fc.tuple(key, value).map(
    ([name, given]) =>
      (emitted) =>
        emitted.setAttribute(name, given as string),
  ),
  fc.dictionary(key, value).map((given) => (emitted) => emitted.setAttributes(given as Record<string, string>)),
  value.map((given) => (emitted) => emitted.setBody(given as string)),
  fc.string().map((text) => (emitted) => emitted.setSeverityText(text)),
  fc.nat(24).map((severity) => (emitted) => emitted.setSeverityNumber(severity)),
  fc.constant<Change>((emitted) => {
    emitted.hrTime = [1, 2]
    emitted.hrTimeObserved = [3, 4]
    emitted.spanContext = { ...IDS, spanId: 'other' }
  }),
)
const scenario = fc.record({
  limits: fc.record({
    attributeCount: fc.constantFrom(0, 1, 2, 128),
    attributeValueLength: fc.constantFrom(1, 3, Number.POSITIVE_INFINITY),
  }),
  scopeAttributes: fc.option(fc.dictionary(key, value), { nil: undefined }),
  records: fc.array(record, { maxLength: 3 }),
  changes: fc.array(change),
  lateChanges: fc.array(change),
  isAsked: fc.boolean(),
  isEnabled: fc.boolean(),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never

/**
 * What a processor sees of a scenario's records: before and after it changes them, and when it no
 * longer may.
 */
function run(
  { scopeAttributes, records, changes, lateChanges, isAsked, isEnabled }: Scenario,
  providerOf: (processor: LogRecordProcessor) => LoggerProvider,
) {
  const seen: unknown[] = []
  const emitted: ReadWriteLogRecord[] = []
  const processor: LogRecordProcessor = {
    ...(isAsked && {
      enabled({ context: asked, ...question }) {
        seen.push(question, asked.getValue(MARK))
        return isEnabled
      },
    }),
    onEmit(given, around) {
      seen.push(describeRecord(given), around?.getValue(MARK))
      for (const each of changes) seen.push(each(given) === given)
      seen.push(describeRecord(given))
      emitted.push(given)
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  }
  const logger = providerOf(processor).getLogger('scope', '1', {
    schemaUrl: 'https://schema',
    ...(scopeAttributes && { attributes: scopeAttributes as Record<string, string> }),
  })
  for (const each of records) {
    seen.push(logger.enabled(each))
    logger.emit(each)
  }
  for (const given of emitted) {
    for (const each of lateChanges) each(given)
    seen.push(describeRecord(given))
  }
  return seen
}

function describeRecord(given: ReadWriteLogRecord) {
  const { hrTime, hrTimeObserved, spanContext, severityNumber, severityText, body, eventName } = given
  const { attributes, droppedAttributesCount, instrumentationScope } = given
  return {
    ...{
      hrTime: [...hrTime],
      hrTimeObserved: [...hrTimeObserved],
      spanContext,
      severityNumber,
      severityText,
      body,
      eventName,
    },
    ...{ attributes: Object.entries(attributes), droppedAttributesCount, instrumentationScope },
    resource: given.resource === resource,
  }
}

beforeAll(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW_MS)
  jest.spyOn(performance, 'now').mockReturnValue(1_000)
})
afterAll(() => jest.restoreAllMocks())

const ours = (limits: LogRecordLimits) => (processor: LogRecordProcessor) =>
  new HeddleLoggerProvider({ resource, limits, describe: toAttributeValue, processors: [processor] })

/** In front of a way out that reads a record at once. */
const passing = (limits: LogRecordLimits) => (processor: LogRecordProcessor) =>
  new HeddleLoggerProvider({ resource, limits, describe: toAttributeValue, processors: [processor], exportOnly: true })

const official = (limits: LogRecordLimits) => (processor: LogRecordProcessor) =>
  new SdkLoggerProvider({
    resource,
    processors: [processor],
    logRecordLimits: {
      attributeCountLimit: limits.attributeCount,
      attributeValueLengthLimit: limits.attributeValueLength,
    },
  })

test("a log record is what the SDK's own is, before a processor changes it, after that, and when it has been emitted", () => {
  fc.assert(
    fc.property(scenario, (some) => {
      expect(run(some, ours(some.limits))).toEqual(run(some, official(some.limits)))
    }),
    { numRuns: 2_000 },
  )
})

test("to a processor that keeps nothing a log record is what the SDK's own is", () => {
  const plain = fc.constantFrom<unknown>('text', 'longer text', 7, 0.5, true, null)
  const plainRecord = fc.record(
    { body: plain, attributes: fc.dictionary(key, plain), timestamp: time, severityNumber: fc.nat(24), context },
    { requiredKeys: [] },
  ) as fc.Arbitrary<LogRecord>
  let passed = 0
  fc.assert(
    fc.property(scenario, fc.array(fc.oneof(record, plainRecord), { maxLength: 5 }), (some, records) => {
      const unchanged = { ...some, records, changes: [], lateChanges: [] }
      const seenBy = (providerOf: typeof ours | typeof official) => {
        const seen: unknown[] = []
        run(unchanged, (processor) =>
          providerOf(some.limits)({
            ...processor,
            onEmit(given, around) {
              if ((given as unknown) instanceof ReusedLogRecord) passed++
              seen.push(describeRecord(given), around?.getValue(MARK))
              processor.onEmit(given, around)
            },
          }),
        )
        return seen
      }
      expect(seenBy(passing)).toEqual(seenBy(official))
    }),
    { numRuns: 2_000 },
  )
  expect(passed).toBeGreaterThan(500)
})
