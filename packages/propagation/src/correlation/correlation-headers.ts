import { consistsOf, TOKEN } from '../text/character-classes'

/**
 * Names of the correlation headers, in any case; they are sent in lower case, as HTTP/2 demands.
 * `false` disables a header.
 */
export interface CorrelationHeaders {
  /** The trace id. @default 'X-Trace-ID' */
  readonly traceId?: string | false
  /**
   * The caller's span id; in an outgoing request the id of the current span.
   * @default 'X-Span-ID'
   */
  readonly spanId?: string | false
  /** The id of that span's parent. @default 'X-Parent-ID' */
  readonly parentId?: string | false
  /** The request id. @default 'X-Request-ID' */
  readonly requestId?: string | false
  /** Baggage, in the format of W3C baggage. @default 'Correlation-Context' */
  readonly baggage?: string | false
}

/** The names in lower case, as Node.js and OpenTelemetry's getters hold them. */
export interface HeaderNames {
  readonly traceId: string | undefined
  readonly spanId: string | undefined
  readonly parentId: string | undefined
  readonly requestId: string | undefined
  readonly baggage: string | undefined
}

const DEFAULTS = {
  traceId: 'X-Trace-ID',
  spanId: 'X-Span-ID',
  parentId: 'X-Parent-ID',
  requestId: 'X-Request-ID',
  baggage: 'Correlation-Context',
} as const

/** @throws TypeError for a name that is no header name, RangeError for a name that is taken */
export function resolveHeaderNames(headers: CorrelationHeaders = {}): HeaderNames {
  const names = {
    traceId: headerName('traceId', headers.traceId),
    spanId: headerName('spanId', headers.spanId),
    parentId: headerName('parentId', headers.parentId),
    requestId: headerName('requestId', headers.requestId),
    baggage: headerName('baggage', headers.baggage),
  }
  // Each of these headers has its own reader and writer: two writers would overwrite each other.
  const taken = new Set(['traceparent', 'tracestate', 'baggage', 'b3'])
  for (const [field, name] of Object.entries(names)) {
    if (name === undefined) continue
    if (taken.has(name)) throw new RangeError(`correlation.headers.${field}: read "${name}", which is already in use`)
    taken.add(name)
  }
  return names
}

function headerName(field: keyof typeof DEFAULTS, given: unknown): string | undefined {
  if (given === false) return undefined
  if (given === undefined) return DEFAULTS[field].toLowerCase()
  if (typeof given === 'string' && given !== '' && consistsOf(TOKEN, given, 0, given.length)) return given.toLowerCase()
  const read = typeof given === 'string' ? JSON.stringify(given) : typeof given
  throw new TypeError(`correlation.headers.${field}: read ${read}, allowed is the name of an HTTP header or false`)
}
