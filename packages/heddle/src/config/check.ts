import { isRegExp } from 'node:util/types'
import type { ServiceIdentity } from '@heddle/identity'
import { isHostTarget } from '@heddle/instrumentation/http'
import type { Level } from '@heddle/logger'
import type { CorrelationHeaders, PropagationFormat, TrustPolicy } from '@heddle/propagation'
import type { SpanCallbacks } from '@heddle/span-callbacks'
import type { HeddleOptions, HttpOptions, InstrumentationLike, LimitOptions, PropagationOptions } from './options'
import {
  bool,
  type Check,
  type Checked,
  func,
  integer,
  isObject,
  listOf,
  ofKind,
  oneOf,
  shape,
  text,
  when,
  withMethods,
} from './reading/checks'
import type { Problems } from './reading/problems'
import { checkExport, checkExporters } from './settings/export/checks'
import { LEDGER_SIGNALS, type LedgerOptions } from './settings/process/ledger'

export const FORMATS: readonly PropagationFormat[] = ['tracecontext', 'baggage', 'b3', 'b3multi', 'correlation']
export const POLICIES: readonly TrustPolicy[] = ['accept', 'link', 'ignore']
export const SPANS = ['hop', 'all'] as const
export const LEVELS: readonly (Level | 'silent')[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** What a target of propagation may be. */
export const HOST_TARGETS = 'a host such as api.internal, *.internal or localhost:8080'

const isText = (value: unknown): value is string => typeof value === 'string'
const isFunction = (value: unknown) => typeof value === 'function'
const texts = listOf(text)

const attributes = ofKind<NonNullable<ServiceIdentity['attributes']>>(
  'an object of strings, numbers, booleans, and arrays of one of them',
  (value) => isObject(value) && !Array.isArray(value) && Object.values(value).every(isAttributeValue),
)

const service = shape<ServiceIdentity>(
  {
    name: text,
    version: text,
    namespace: text,
    environment: text,
    region: text,
    zone: text,
    instanceId: text,
    attributes,
  },
  `an object such as { name: 'orders' }`,
)

const callbacks = shape<SpanCallbacks>({ traceStart: func(), spanStart: func(), spanEnd: func(), log: func() })

/** Which names can be used, and which headers can be left out, is the propagator's to say. */
function headerName<T>(): Check<T> {
  return ofKind('the name of a header', (value) => isText(value) || value === false)
}

const propagation = shape<PropagationOptions>({
  formats: listOf(when(isText, oneOf(FORMATS), withMethods('inject', 'extract', 'fields'))),
  correlation: shape<NonNullable<PropagationOptions['correlation']>>({
    headers: shape<CorrelationHeaders>({
      traceId: headerName(),
      spanId: headerName(),
      parentId: headerName(),
      requestId: headerName(),
      baggage: headerName(),
    }),
  }),
  echoRequestId: bool,
  trust: when(isFunction, func(), oneOf(POLICIES)),
})

const http = shape<HttpOptions>({
  spans: oneOf(SPANS),
  ignorePaths: listOf(ofKind('a string or a RegExp', (value) => isText(value) || isRegExp(value))),
  ignoreRequest: func(),
  ignoreOutgoing: func(),
  propagateTo: listOf(
    ofKind(`${HOST_TARGETS}, or a RegExp`, (value) => (isText(value) && isHostTarget(value)) || isRegExp(value)),
  ),
  redactQueryParameters: texts,
  knownMethods: texts,
  trustForwardedHeaders: bool,
  captureRequestHeaders: texts,
  captureResponseHeaders: texts,
})

const instrumentation: Check<InstrumentationLike> = withMethods('enable', 'disable', 'setTracerProvider')
const limit: Check<number> = (...given) => (given[1] === Number.POSITIVE_INFINITY ? given[1] : integer(0)(...given))

const limits = shape<LimitOptions>({
  attributeValueLength: limit,
  attributeCount: limit,
  eventCount: limit,
  linkCount: limit,
  attributePerEventCount: limit,
  attributePerLinkCount: limit,
})

const checkAll = shape<HeddleOptions>({
  service,
  on: callbacks,
  export: checkExport,
  exporters: checkExporters,
  spanProcessors: listOf(withMethods('onStart', 'onEnd', 'forceFlush', 'shutdown')),
  logRecordProcessors: listOf(withMethods('onEmit', 'forceFlush', 'shutdown')),
  resourceDetectors: listOf(withMethods('detect')),
  instrumentations: listOf(when(Array.isArray, listOf(instrumentation), instrumentation)),
  sampler: ofKind('a ratio from 0 to 1, or an OpenTelemetry Sampler', isSampler),
  propagation,
  http,
  bridges: shape<NonNullable<HeddleOptions['bridges']>>({
    pino: when((value) => typeof value === 'boolean', bool, shape({ addIds: bool }, 'true, false or an object')),
  }),
  limits,
  ledger: shape<LedgerOptions>({ signal: oneOf(LEDGER_SIGNALS), intervalMs: integer(0) }),
  meterProvider: withMethods('getMeter'),
  logLevel: oneOf(LEVELS),
  shutdownTimeoutMs: integer(0),
  enabled: bool,
})

/** The options that can be used. Everything else is noted in `problems`, by its full name. */
export function checkOptions(options: unknown, problems: Problems): Checked<HeddleOptions> {
  return checkAll('', options, problems) ?? {}
}

function isSampler(value: unknown): boolean {
  if (typeof value === 'number') return value >= 0 && value <= 1
  return isObject(value) && typeof value['shouldSample'] === 'function'
}

/** As `@heddle/identity` bounds them: they are a part of each request. */
const MAX_ITEMS = 10_000
const MAX_TEXT_LENGTH = 262_144

/** As OpenTelemetry allows on a resource; `undefined` and `null` are left out. */
function isAttributeValue(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (!Array.isArray(value)) return isPrimitive(value)
  if (value.length > MAX_ITEMS) return false
  const members: unknown[] = value.filter((member) => member !== undefined && member !== null)
  return members.every((member) => isPrimitive(member) && typeof member === typeof members[0])
}

function isPrimitive(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT_LENGTH
  return typeof value === 'number' || typeof value === 'boolean'
}
