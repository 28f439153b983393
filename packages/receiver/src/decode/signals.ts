import type { Type } from 'protobufjs/light'
import { Scales } from '../serve/memory'
import type { ReceivedLog, ReceivedSpan, Signal } from '../store/received'
import { type LogsMessage, type TracesMessage, toLogs, toSpans } from './decode'
import { fromOtlpJson } from './otlp-json'
import { messageType } from './schema'
import { weighJson } from './weigh-json'
import { weighProtobuf } from './weigh-protobuf'

/** The items of one request. */
export interface Items {
  readonly spans: readonly ReceivedSpan[]
  readonly logs: readonly ReceivedLog[]
}

/** {@link Items}, with an estimate of their memory in bytes. */
export interface DecodedItems extends Items {
  readonly weight: number
}

/** The two encodings of OTLP messages. */
export type Encoding = 'protobuf' | 'json'

/** What is particular to one signal; all other code treats signals alike. */
export interface SignalRoute {
  readonly signal: Signal
  readonly httpPath: string
  readonly grpcPath: string
  readonly requestType: Type
  readonly responseType: Type
  /** The name of the count in the response's `partialSuccess`. */
  readonly rejectedField: string
  readonly read: (request: object) => Items
}

const NONE: readonly never[] = []

export const SIGNAL_ROUTES: readonly SignalRoute[] = [
  {
    signal: 'traces',
    httpPath: '/v1/traces',
    grpcPath: '/opentelemetry.proto.collector.trace.v1.TraceService/Export',
    requestType: messageType('ExportTraceServiceRequest'),
    responseType: messageType('ExportTraceServiceResponse'),
    rejectedField: 'rejectedSpans',
    read: (request) => ({ spans: toSpans(request as TracesMessage), logs: NONE }),
  },
  {
    signal: 'logs',
    httpPath: '/v1/logs',
    grpcPath: '/opentelemetry.proto.collector.logs.v1.LogsService/Export',
    requestType: messageType('ExportLogsServiceRequest'),
    responseType: messageType('ExportLogsServiceResponse'),
    rejectedField: 'rejectedLogRecords',
    read: (request) => ({ spans: NONE, logs: toLogs(request as LogsMessage) }),
  },
  {
    signal: 'metrics',
    httpPath: '/v1/metrics',
    grpcPath: '/opentelemetry.proto.collector.metrics.v1.MetricsService/Export',
    requestType: messageType('ExportMetricsServiceRequest'),
    responseType: messageType('ExportMetricsServiceResponse'),
    rejectedField: 'rejectedDataPoints',
    read: () => ({ spans: NONE, logs: NONE }),
  },
]

/**
 * Decodes an export request.
 *
 * @throws BodyError before decoding when the items would take more than `maxBytes` of memory;
 *   otherwise an Error that says what is malformed
 */
export function decodeRequest(
  { requestType, read }: SignalRoute,
  body: Uint8Array,
  encoding: Encoding,
  maxBytes = Number.POSITIVE_INFINITY,
): DecodedItems {
  const scales = new Scales(body.length, maxBytes)
  if (encoding === 'protobuf') {
    weighProtobuf(requestType, body, scales)
    return { ...read(requestType.decode(body)), weight: scales.weight }
  }
  weighJson(body, maxBytes)
  const message = fromOtlpJson(requestType, JSON.parse(Buffer.from(body).toString('utf8')), scales)
  return { ...read(message), weight: scales.weight }
}

/** Encodes an export response, with a partial success when there is one. */
export function encodeResponse(
  route: SignalRoute,
  encoding: Encoding,
  partial?: { readonly rejected: number; readonly message?: string },
): Uint8Array {
  const count = encoding === 'json' ? String(partial?.rejected) : partial?.rejected
  const response = partial
    ? { partialSuccess: { [route.rejectedField]: count, errorMessage: partial.message ?? '' } }
    : {}
  return encoding === 'json'
    ? Buffer.from(JSON.stringify(response))
    : route.responseType.encode(route.responseType.fromObject(response)).finish()
}

const STATUS_TYPE = messageType('Status')
const RETRY_INFO_TYPE = messageType('RetryInfo')

/**
 * Encodes a `google.rpc.Status`, with a `RetryInfo` in its details when `retryAfterMs` is given.
 */
export function encodeStatus(code: number, message: string, encoding: Encoding, retryAfterMs?: number): Uint8Array {
  if (encoding === 'json') return Buffer.from(JSON.stringify({ code, message }))
  const details = retryAfterMs === undefined ? [] : [retryInfo(retryAfterMs)]
  return STATUS_TYPE.encode(STATUS_TYPE.fromObject({ code, message, details })).finish()
}

function retryInfo(delayMs: number): object {
  const retryDelay = { seconds: Math.floor(delayMs / 1000), nanos: Math.round((delayMs % 1000) * 1e6) }
  return {
    typeUrl: 'type.googleapis.com/google.rpc.RetryInfo',
    value: RETRY_INFO_TYPE.encode(RETRY_INFO_TYPE.fromObject({ retryDelay })).finish(),
  }
}
