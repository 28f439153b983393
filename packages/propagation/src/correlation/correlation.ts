import { type Context, type SpanContext, type TextMapGetter, type TextMapSetter, trace } from '@opentelemetry/api'
import { type CorrelationIds, forwardedIds } from '../incoming'
import { readHeader, singleHeader, writeHeader } from '../text/carrier'
import { consistsOf, VISIBLE } from '../text/character-classes'
import { isSpanId, isTraceId } from '../text/ids'
import { validSpanContext } from '../w3c/trace-context'
import { SAMPLED_FLAG } from '../w3c/traceparent'
import type { HeaderNames } from './correlation-headers'

const MAX_ID_LENGTH = 128
const UUID_LENGTH = 36
const DASH = 45

/**
 * The caller's span from correlation headers. They carry no sampling decision: sampled is assumed.
 * Without a valid span id the parent id is derived from the trace id, always in the same way; such
 * a parent span exists nowhere.
 */
export function extractCorrelatedSpan<Carrier>(
  carrier: Carrier,
  getter: TextMapGetter<Carrier>,
  names: HeaderNames,
): SpanContext | undefined {
  const traceId = toTraceId(singleHeader(readHeader(carrier, getter, names.traceId)))
  if (traceId === undefined) return undefined
  const spanId = singleHeader(readHeader(carrier, getter, names.spanId))?.toLowerCase()
  return {
    traceId,
    spanId: isSpanId(spanId) ? spanId : synthesizedParent(traceId),
    traceFlags: SAMPLED_FLAG,
    isRemote: true,
  }
}

/**
 * B3's convention for roots: the low half of the trace id, or the high half when the low one is
 * zero.
 */
function synthesizedParent(traceId: string): string {
  const low = traceId.slice(16)
  return isSpanId(low) ? low : traceId.slice(0, 16)
}

/**
 * A trace id from 32 hexadecimal digits, a UUID, or the 16 digits of a 64-bit id, which are padded
 * on the left as trace context asks for shorter ids.
 *
 * @see https://www.w3.org/TR/trace-context-2/ ("Interoperating with existing systems which use
 *   shorter identifiers")
 */
function toTraceId(text: string | undefined): string | undefined {
  if (text === undefined || text.length > UUID_LENGTH) return undefined
  const digits = text.length === UUID_LENGTH && isDashedAsUuid(text) ? text.replaceAll('-', '') : text
  const traceId = (digits.length === 16 ? digits.padStart(32, '0') : digits).toLowerCase()
  return isTraceId(traceId) ? traceId : undefined
}

function isDashedAsUuid(text: string): boolean {
  return [8, 13, 18, 23].every((index) => text.charCodeAt(index) === DASH)
}

/** The ids to keep beside the trace. `traceId` is the trace found by any of the formats. */
export function extractIds<Carrier>(
  carrier: Carrier,
  getter: TextMapGetter<Carrier>,
  names: HeaderNames,
  traceId: string | undefined,
): CorrelationIds | undefined {
  const sent = readId(carrier, getter, names.traceId)
  const foreign = traceId !== undefined && toTraceId(sent) === traceId ? undefined : sent
  const parentId = readId(carrier, getter, names.parentId)
  const requestId = readId(carrier, getter, names.requestId)
  if (foreign === undefined && parentId === undefined && requestId === undefined) return undefined
  return { traceId: foreign, parentId, requestId }
}

/**
 * An id that may be sent in a header again: any other text (line breaks, lists, text beyond ASCII)
 * is no id.
 */
function readId<Carrier>(
  carrier: Carrier,
  getter: TextMapGetter<Carrier>,
  name: string | undefined,
): string | undefined {
  const id = singleHeader(readHeader(carrier, getter, name))
  if (id === undefined || id === '' || id.length > MAX_ID_LENGTH) return undefined
  return consistsOf(VISIBLE, id, 0, id.length) ? id : undefined
}

/** Writes the ids of the current span, and forwards the ids of an accepted caller. */
export function injectCorrelation<Carrier>(
  context: Context,
  carrier: Carrier,
  setter: TextMapSetter<Carrier>,
  names: HeaderNames,
): void {
  const ids = forwardedIds(context)
  if (ids?.requestId !== undefined) writeHeader(carrier, setter, names.requestId, ids.requestId)
  const span = validSpanContext(context)
  if (span === undefined) return
  writeHeader(carrier, setter, names.traceId, ids?.traceId ?? span.traceId)
  writeHeader(carrier, setter, names.spanId, span.spanId)
  const parentId = parentSpanId(context)
  if (parentId !== undefined) writeHeader(carrier, setter, names.parentId, parentId)
}

/** Recording spans of the SDK hold their parent's id; other spans do not. */
function parentSpanId(context: Context): string | undefined {
  const span = trace.getSpan(context) as { readonly parentSpanContext?: SpanContext } | undefined
  const spanId = span?.parentSpanContext?.spanId
  return isSpanId(spanId) ? spanId : undefined
}
