import type { Items } from '../decode/signals'
import type { ReceivedLog, ReceivedRequest, ReceivedSpan } from './received'

/** The most requests remembered; they hold headers and no items. */
const MAX_REQUESTS = 10_000
/** The most characters of the remembered requests' paths, headers and errors. */
const MAX_REQUEST_TEXT = 16 * 2 ** 20

/** The items of one request in the store, for evicting in the order of arrival. */
interface Arrival {
  spans: number
  logs: number
  readonly bytes: number
}

/**
 * Spans, log records and requests in the order of arrival, within bounds: the oldest are evicted
 * and counted.
 */
export class Store {
  spans: ReceivedSpan[] = []
  logs: ReceivedLog[] = []
  requests: ReceivedRequest[] = []
  evicted = 0
  #arrivals: Arrival[] = []
  #bytes = 0
  #requestText = 0

  constructor(
    readonly maxItems: number,
    readonly maxBytes: number,
  ) {}

  addRequest(request: ReceivedRequest): void {
    this.requests.push(request)
    this.#requestText += textOf(request)
    while (this.requests.length > MAX_REQUESTS || this.#requestText > MAX_REQUEST_TEXT) {
      this.#requestText -= textOf(this.requests.shift()!)
    }
  }

  /** Keeps a request's items; `bytes` is their approximate memory. */
  addItems({ spans, logs }: Items, bytes: number): void {
    if (spans.length + logs.length === 0) return
    for (const span of spans) this.spans.push(span)
    for (const log of logs) this.logs.push(log)
    this.#arrivals.push({ spans: spans.length, logs: logs.length, bytes })
    this.#bytes += bytes
    this.#evict()
  }

  clear(): void {
    this.spans = []
    this.logs = []
    this.requests = []
    this.evicted = 0
    this.#arrivals = []
    this.#bytes = 0
    this.#requestText = 0
  }

  /**
   * Over the byte bound whole requests are evicted; over the item bound exactly as many items as
   * exceed it.
   */
  #evict(): void {
    let excess = this.spans.length + this.logs.length - this.maxItems
    let spans = 0
    let logs = 0
    while (this.#arrivals.length > 0 && (excess > 0 || this.#bytes > this.maxBytes)) {
      const oldest = this.#arrivals[0]!
      const limit = this.#bytes > this.maxBytes ? Number.POSITIVE_INFINITY : excess
      const fromSpans = Math.min(oldest.spans, limit)
      const fromLogs = Math.min(oldest.logs, limit - fromSpans)
      oldest.spans -= fromSpans
      oldest.logs -= fromLogs
      spans += fromSpans
      logs += fromLogs
      excess -= fromSpans + fromLogs
      if (oldest.spans + oldest.logs === 0) this.#bytes -= this.#arrivals.shift()!.bytes
    }
    this.spans.splice(0, spans)
    this.logs.splice(0, logs)
    this.evicted += spans + logs
  }
}

function textOf({ path, headers, error }: ReceivedRequest): number {
  let length = path.length + (error?.length ?? 0)
  for (const name in headers) length += name.length + headers[name]!.length
  return length
}
