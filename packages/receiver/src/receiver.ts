import { createGrpcServer } from './serve/grpc-server'
import { createHttpServer } from './serve/http-server'
import { Intake, type Respond } from './serve/intake'
import { type Listener, listen } from './serve/listener'
import { PendingBodies } from './serve/memory'
import type { ReceiverTls } from './serve/tls'
import { describeArrivals } from './store/arrivals'
import type { ReceivedLog, ReceivedRequest, ReceivedSpan } from './store/received'
import { Store } from './store/store'
import { Waiters, type WaitOptions } from './store/waiters'
import { buildTrace, buildTraces, type ReceivedTrace } from './view/trace'

/** How a receiver listens, and how much it keeps. */
export interface ReceiverOptions {
  /** The address to listen on. @default '127.0.0.1' */
  readonly host?: string
  /** The port for OTLP/HTTP. 0 takes a free port; OTLP's own is 4318. @default 0 */
  readonly httpPort?: number
  /** The port for OTLP/gRPC. 0 takes a free port; OTLP's own is 4317. @default 0 */
  readonly grpcPort?: number
  /** Whether to serve OTLP/HTTP. @default true */
  readonly http?: boolean
  /** Whether to serve OTLP/gRPC. @default true */
  readonly grpc?: boolean
  /**
   * The most spans and log records held together; beyond it the oldest are evicted and counted.
   * @default 100_000
   */
  readonly maxItems?: number
  /**
   * The estimated memory of all held items in bytes: their encoded size and the objects beside it.
   * Beyond it the items of the oldest requests are evicted and counted, and a single request that
   * would take more is refused before it is decoded.
   * @default 512 MiB
   */
  readonly maxBytes?: number
  /**
   * The largest request in bytes, after inflating; a larger one is refused.
   * @default 64 MiB, OTLP's own limit
   */
  readonly maxBodyBytes?: number
  /**
   * The bytes of the bodies of all unanswered requests together, as sent and inflated; beyond it a
   * request is told to try again (503, UNAVAILABLE).
   * @default four times `maxBodyBytes`
   */
  readonly maxPendingBytes?: number
  /** The certificates to serve both protocols over TLS. @default no TLS */
  readonly tls?: ReceiverTls
  /**
   * Called for each well-formed request; its result is answered instead of success. When it throws,
   * the receiver answers with status 500 (HTTP) or 13 (gRPC).
   * @default success for every request
   */
  readonly respond?: Respond
}

/** An OTLP receiver that runs in this process. */
export interface Receiver {
  /** For example `http://127.0.0.1:4318`; empty when HTTP is not served. */
  readonly httpUrl: string
  /** For example `http://127.0.0.1:4317`; empty when gRPC is not served. */
  readonly grpcUrl: string
  /**
   * The held spans, in the order of arrival. The list changes as items come and go: copy it to keep
   * it.
   */
  readonly spans: readonly ReceivedSpan[]
  /** The held log records, like {@link spans}. */
  readonly logs: readonly ReceivedLog[]
  /** Every request, refused ones included; the last 10,000. */
  readonly requests: readonly ReceivedRequest[]
  /** The number of spans and log records evicted because of `maxItems` or `maxBytes`. */
  readonly evicted: number
  /**
   * Waits until `read` returns a value other than `undefined` and `false`; calls `read` at once and
   * after each arrival.
   *
   * @throws what `read` throws, or an Error that shows what has arrived: after the timeout, or when
   *   the receiver is closed
   */
  waitFor<T>(read: (receiver: Receiver) => T | undefined | false, options?: WaitOptions): Promise<T>
  /**
   * Waits for this many spans, or for one that the predicate accepts; resolves with all spans, or
   * with all accepted ones.
   *
   * @throws as {@link waitFor} does
   * @example
   * ```ts
   * const [span] = await receiver.waitForSpans(({ name }) => name === 'GET /orders')
   * ```
   */
  waitForSpans(
    wanted: number | ((span: ReceivedSpan) => boolean),
    options?: WaitOptions,
  ): Promise<readonly ReceivedSpan[]>
  /** Waits for log records, like {@link waitForSpans}. */
  waitForLogs(wanted: number | ((log: ReceivedLog) => boolean), options?: WaitOptions): Promise<readonly ReceivedLog[]>
  /** The received spans and logs of a trace; `undefined` if there are none. */
  trace(traceId: string): ReceivedTrace | undefined
  /** All traces, in the order of their first item. */
  traces(): ReceivedTrace[]
  /** Forgets all held items, and resets `evicted`. */
  clear(): void
  /**
   * Ends at once, and destroys open connections; pending waits are rejected. A second call does
   * nothing more.
   */
  close(): Promise<void>
}

/**
 * Starts an OTLP receiver.
 *
 * @throws the system's error when it cannot listen on a port or use a certificate
 * @example
 * ```ts
 * const receiver = await startReceiver()
 * process.env.OTEL_EXPORTER_OTLP_ENDPOINT = receiver.httpUrl
 * // … the app runs …
 * const spans = await receiver.waitForSpans(2)
 * await receiver.close()
 * ```
 */
export async function startReceiver(options: ReceiverOptions = {}): Promise<Receiver> {
  const { host = '127.0.0.1', maxItems = 100_000, maxBytes = 512 * 2 ** 20, maxBodyBytes = 64 * 2 ** 20 } = options
  const pending = new PendingBodies(options.maxPendingBytes ?? 4 * maxBodyBytes)
  const store = new Store(maxItems, maxBytes)
  const waiters = new Waiters(() => describeArrivals(store))
  const intake = new Intake(store, options.respond, () => waiters.notify())
  const http = options.http === false ? undefined : createHttpServer(intake, maxBodyBytes, pending, options.tls)
  const grpc = options.grpc === false ? undefined : createGrpcServer(intake, maxBodyBytes, pending, options.tls)
  const httpListener = http && (await listen(http, host, options.httpPort ?? 0))
  let grpcListener: Listener | undefined
  try {
    grpcListener = grpc && (await listen(grpc, host, options.grpcPort ?? 0))
  } catch (error) {
    await httpListener?.close()
    throw error
  }
  return new OtlpReceiver(store, waiters, options.tls ? 'https' : 'http', httpListener, grpcListener)
}

class OtlpReceiver implements Receiver {
  readonly httpUrl: string
  readonly grpcUrl: string
  readonly #store: Store
  readonly #waiters: Waiters
  readonly #listeners: readonly (Listener | undefined)[]
  #closed: Promise<void> | undefined

  constructor(store: Store, waiters: Waiters, scheme: string, http: Listener | undefined, grpc: Listener | undefined) {
    this.httpUrl = http ? `${scheme}://${http.address}` : ''
    this.grpcUrl = grpc ? `${scheme}://${grpc.address}` : ''
    this.#store = store
    this.#waiters = waiters
    this.#listeners = [http, grpc]
  }

  get spans(): readonly ReceivedSpan[] {
    return this.#store.spans
  }

  get logs(): readonly ReceivedLog[] {
    return this.#store.logs
  }

  get requests(): readonly ReceivedRequest[] {
    return this.#store.requests
  }

  get evicted(): number {
    return this.#store.evicted
  }

  waitFor<T>(read: (receiver: Receiver) => T | undefined | false, options?: WaitOptions): Promise<T> {
    return this.#waiters.wait(() => read(this), options)
  }

  waitForSpans(
    wanted: number | ((span: ReceivedSpan) => boolean),
    options?: WaitOptions,
  ): Promise<readonly ReceivedSpan[]> {
    return this.waitFor(({ spans }) => select(spans, wanted), { what: whatIsAwaited(wanted, 'span'), ...options })
  }

  waitForLogs(
    wanted: number | ((log: ReceivedLog) => boolean),
    options?: WaitOptions,
  ): Promise<readonly ReceivedLog[]> {
    return this.waitFor(({ logs }) => select(logs, wanted), { what: whatIsAwaited(wanted, 'log record'), ...options })
  }

  trace(traceId: string): ReceivedTrace | undefined {
    const spans = this.spans.filter((span) => span.traceId === traceId)
    const logs = this.logs.filter((log) => log.traceId === traceId)
    return spans.length + logs.length > 0 ? buildTrace(traceId, spans, logs) : undefined
  }

  traces(): ReceivedTrace[] {
    return buildTraces(this.spans, this.logs)
  }

  clear(): void {
    this.#store.clear()
  }

  close(): Promise<void> {
    this.#closed ??= this.#end()
    return this.#closed
  }

  async #end(): Promise<void> {
    this.#waiters.failAll('the receiver was closed')
    await Promise.all(this.#listeners.map((listener) => listener?.close()))
  }
}

/** A snapshot of the wanted items, once there are enough of them. */
function select<T>(items: readonly T[], wanted: number | ((item: T) => boolean)): readonly T[] | undefined {
  const selected = typeof wanted === 'number' ? items.slice() : items.filter(wanted)
  return selected.length >= (typeof wanted === 'number' ? wanted : 1) ? selected : undefined
}

function whatIsAwaited(wanted: unknown, noun: string): string {
  return typeof wanted === 'number' ? `${wanted} ${noun}s` : `a ${noun} that the predicate accepts`
}
