import type {
  ReceivedEvent,
  ReceivedLink,
  ReceivedLog,
  ReceivedScope,
  ReceivedSpan,
  ReceivedSpanKind,
  ReceivedStatusCode,
} from '../store/received'
import { type AnyValue, type KeyValue, type Long, toAttributes, toUint64, toValue } from './any-value'

// The messages of schema.ts as both decoders produce them: absent scalars and lists have their
// defaults, absent messages are null. An id is bytes from protobuf (an empty array when absent) and
// hex from JSON.
type Id = Uint8Array | readonly number[] | string

interface ScopeMessage {
  readonly name: string
  readonly version: string
  readonly attributes: readonly KeyValue[]
}

interface ResourceMessage {
  readonly attributes: readonly KeyValue[]
}

interface EventMessage {
  readonly timeUnixNano: Long | bigint
  readonly name: string
  readonly attributes: readonly KeyValue[]
  readonly droppedAttributesCount: number
}

interface LinkMessage {
  readonly traceId: Id
  readonly spanId: Id
  readonly traceState: string
  readonly flags: number
  readonly attributes: readonly KeyValue[]
  readonly droppedAttributesCount: number
}

interface SpanMessage extends LinkMessage {
  readonly parentSpanId: Id
  readonly name: string
  readonly kind: number
  readonly startTimeUnixNano: Long | bigint
  readonly endTimeUnixNano: Long | bigint
  readonly events: readonly EventMessage[]
  readonly links: readonly LinkMessage[]
  readonly droppedEventsCount: number
  readonly droppedLinksCount: number
  readonly status: { readonly code: number; readonly message: string } | null
}

interface LogMessage {
  readonly traceId: Id
  readonly spanId: Id
  readonly flags: number
  readonly timeUnixNano: Long | bigint
  readonly observedTimeUnixNano: Long | bigint
  readonly severityNumber: number
  readonly severityText: string
  readonly body: AnyValue | null
  readonly attributes: readonly KeyValue[]
  readonly eventName: string
  readonly droppedAttributesCount: number
}

export interface TracesMessage {
  readonly resourceSpans: readonly {
    readonly resource: ResourceMessage | null
    readonly scopeSpans: readonly {
      readonly scope: ScopeMessage | null
      readonly spans: readonly SpanMessage[]
      readonly schemaUrl: string
    }[]
  }[]
}

export interface LogsMessage {
  readonly resourceLogs: readonly {
    readonly resource: ResourceMessage | null
    readonly scopeLogs: readonly {
      readonly scope: ScopeMessage | null
      readonly logRecords: readonly LogMessage[]
      readonly schemaUrl: string
    }[]
  }[]
}

/** The part that all spans or log records of one scope have in common; they share one object. */
type Origin = Pick<ReceivedSpan, 'resource' | 'scope' | 'schemaUrl'>

const SPAN_KINDS: readonly ReceivedSpanKind[] = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER']
const STATUS_CODES: readonly ReceivedStatusCode[] = ['UNSET', 'OK', 'ERROR']

/** The spans of an `ExportTraceServiceRequest`, in the order of the request. */
export function toSpans(request: TracesMessage): ReceivedSpan[] {
  const spans: ReceivedSpan[] = []
  for (const { resource, scopeSpans } of request.resourceSpans) {
    const resourceAttributes = toAttributes(resource?.attributes ?? [])
    for (const { scope, spans: messages, schemaUrl } of scopeSpans) {
      const origin = { resource: resourceAttributes, scope: toScope(scope), schemaUrl }
      for (const message of messages) spans.push(toSpan(message, origin))
    }
  }
  return spans
}

/** The log records of an `ExportLogsServiceRequest`, in the order of the request. */
export function toLogs(request: LogsMessage): ReceivedLog[] {
  const logs: ReceivedLog[] = []
  for (const { resource, scopeLogs } of request.resourceLogs) {
    const resourceAttributes = toAttributes(resource?.attributes ?? [])
    for (const { scope, logRecords, schemaUrl } of scopeLogs) {
      const origin = { resource: resourceAttributes, scope: toScope(scope), schemaUrl }
      for (const message of logRecords) logs.push(toLog(message, origin))
    }
  }
  return logs
}

function toSpan(message: SpanMessage, origin: Origin): ReceivedSpan {
  const startTimeUnixNano = toUint64(message.startTimeUnixNano)
  const endTimeUnixNano = toUint64(message.endTimeUnixNano)
  return {
    traceId: toHex(message.traceId),
    spanId: toHex(message.spanId),
    parentSpanId: toHex(message.parentSpanId) || undefined,
    flags: message.flags,
    traceState: message.traceState,
    name: message.name,
    kind: SPAN_KINDS[message.kind] ?? 'UNSPECIFIED',
    startTimeUnixNano,
    endTimeUnixNano,
    durationMs: endTimeUnixNano === 0n ? Number.NaN : Number(endTimeUnixNano - startTimeUnixNano) / 1e6,
    attributes: toAttributes(message.attributes),
    events: message.events.map(toEvent),
    links: message.links.map(toLink),
    status: { code: STATUS_CODES[message.status?.code ?? 0] ?? 'UNSET', message: message.status?.message ?? '' },
    droppedAttributesCount: message.droppedAttributesCount,
    droppedEventsCount: message.droppedEventsCount,
    droppedLinksCount: message.droppedLinksCount,
    ...origin,
  }
}

function toEvent(message: EventMessage): ReceivedEvent {
  return {
    name: message.name,
    timeUnixNano: toUint64(message.timeUnixNano),
    attributes: toAttributes(message.attributes),
    droppedAttributesCount: message.droppedAttributesCount,
  }
}

function toLink(message: LinkMessage): ReceivedLink {
  return {
    traceId: toHex(message.traceId),
    spanId: toHex(message.spanId),
    traceState: message.traceState,
    flags: message.flags,
    attributes: toAttributes(message.attributes),
    droppedAttributesCount: message.droppedAttributesCount,
  }
}

function toLog(message: LogMessage, origin: Origin): ReceivedLog {
  return {
    traceId: toHex(message.traceId) || undefined,
    spanId: toHex(message.spanId) || undefined,
    flags: message.flags,
    severityNumber: message.severityNumber,
    severityText: message.severityText,
    body: toValue(message.body),
    attributes: toAttributes(message.attributes),
    eventName: message.eventName,
    timeUnixNano: toUint64(message.timeUnixNano),
    observedTimeUnixNano: toUint64(message.observedTimeUnixNano),
    droppedAttributesCount: message.droppedAttributesCount,
    ...origin,
  }
}

function toScope(scope: ScopeMessage | null): ReceivedScope {
  return { name: scope?.name ?? '', version: scope?.version ?? '', attributes: toAttributes(scope?.attributes ?? []) }
}

function toHex(id: Id): string {
  return typeof id === 'string' ? id : Buffer.from(id).toString('hex')
}
