import {
  type Context,
  createContextKey,
  isSpanContextValid,
  type SpanContext,
  type TextMapGetter,
  type TextMapPropagator,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api'
import { isSpanId, isTraceId } from './text/ids'
import { SAMPLED_FLAG } from './w3c/traceparent'

// The key of OpenTelemetry's own propagator, so that the two share the flag.
const DEBUG_FLAG = createContextKey('OpenTelemetry Context Key B3 Debug Flag')

const SINGLE = 'b3'
const TRACE_ID = 'x-b3-traceid'
const SPAN_ID = 'x-b3-spanid'
const SAMPLED = 'x-b3-sampled'
const FLAGS = 'x-b3-flags'
const PARENT_SPAN_ID = 'x-b3-parentspanid'

/** Trace id, span id, sampling state, and the parent's span id, which no reader uses. */
const SINGLE_HEADER = /^((?:[0-9a-f]{16}){1,2})-([0-9a-f]{16})(?:-([01d])(?:-[0-9a-f]{16})?)?$/i
const IS_SAMPLED = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

/**
 * Reads both forms of B3 and writes the given form, as OpenTelemetry's `B3Propagator` does.
 *
 * @see https://github.com/openzipkin/b3-propagation
 */
export function createB3Propagator(form: 'single' | 'multi'): TextMapPropagator {
  const inject = form === 'single' ? injectSingle : injectMulti
  const fields = form === 'single' ? [SINGLE] : [TRACE_ID, SPAN_ID, FLAGS, SAMPLED, PARENT_SPAN_ID]
  return {
    inject(context, carrier, setter) {
      const span = trace.getSpanContext(context)
      if (span !== undefined && isSpanContextValid(span)) inject(context, span, carrier, setter)
    },
    extract: (context, carrier, getter) => extractB3(context, carrier, getter),
    fields: () => [...fields],
  }
}

function injectSingle<Carrier>(context: Context, span: SpanContext, carrier: Carrier, setter: TextMapSetter<Carrier>) {
  const state = isDebug(context) ? 'd' : span.traceFlags & SAMPLED_FLAG
  setter.set(carrier, SINGLE, `${span.traceId}-${span.spanId}-${state}`)
}

function injectMulti<Carrier>(context: Context, span: SpanContext, carrier: Carrier, setter: TextMapSetter<Carrier>) {
  setter.set(carrier, TRACE_ID, span.traceId)
  setter.set(carrier, SPAN_ID, span.spanId)
  // The debug flag implies the sampling decision, which is then not sent.
  if (isDebug(context)) setter.set(carrier, FLAGS, '1')
  else setter.set(carrier, SAMPLED, String(span.traceFlags & SAMPLED_FLAG))
}

/**
 * The context with the caller's span and debug flag; `context` itself without them. Never throws.
 */
export function extractB3<Carrier>(context: Context, carrier: Carrier, getter: TextMapGetter<Carrier>): Context {
  try {
    const single = header(carrier, getter, SINGLE)
    const found = single ? readSingle(single) : readMulti((name) => header(carrier, getter, name))
    if (found === undefined) return context
    const traceId = found.traceId.toLowerCase().padStart(32, '0')
    const spanId = found.spanId.toLowerCase()
    if (!isTraceId(traceId) || !isSpanId(spanId)) return context
    const span = { traceId, spanId, traceFlags: found.isSampled ? SAMPLED_FLAG : 0, isRemote: true }
    return trace.setSpanContext(found.isDebug ? context.setValue(DEBUG_FLAG, 'd') : context, span)
  } catch {
    // The getter is the user's own.
    return context
  }
}

interface Found {
  readonly traceId: string
  readonly spanId: string
  readonly isSampled: boolean
  readonly isDebug: boolean
}

function readSingle(value: string): Found | undefined {
  const [, traceId, spanId, state] = SINGLE_HEADER.exec(value) ?? []
  if (traceId === undefined || spanId === undefined) return undefined
  const isDebug = state === 'd'
  return { traceId, spanId, isSampled: isDebug || state === '1', isDebug }
}

function readMulti(read: (name: string) => string | undefined): Found | undefined {
  const traceId = read(TRACE_ID)
  const spanId = read(SPAN_ID)
  if (traceId === undefined || spanId === undefined) return undefined
  const isDebug = read(FLAGS) === '1'
  const sampled = read(SAMPLED)
  const isSampled = isDebug || (sampled === undefined ? false : IS_SAMPLED.get(sampled.toLowerCase()))
  return isSampled === undefined ? undefined : { traceId, spanId, isSampled, isDebug }
}

function header<Carrier>(carrier: Carrier, getter: TextMapGetter<Carrier>, name: string): string | undefined {
  const value: unknown = getter.get(carrier, name)
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : undefined
}

/** OpenTelemetry's propagator keeps `d` from the single header and `1` from the multiple ones. */
function isDebug(context: Context): boolean {
  const flag = context.getValue(DEBUG_FLAG)
  return flag === 'd' || flag === '1'
}
