import { AsyncLocalStorage } from 'node:async_hooks'
import { diag } from '@opentelemetry/api'
import type { CallbackName, EndedSpan, LogInfo, SpanCallbacks, StartedSpan, TraceInfo } from './callbacks'
import { IsolatedCallback } from './isolated-callback'
import {
  type EmittedLogRecord,
  type FinishedSpan,
  type RecordingSpan,
  snapshotEndedSpan,
  snapshotLog,
  snapshotStartedSpan,
  snapshotTrace,
} from './snapshots'

/** Options of {@link SpanCallbackProcessor}. */
export interface SpanCallbackOptions {
  /**
   * Called with the first error of each callback; later errors are only counted.
   * @default OpenTelemetry's `diag.error`
   */
  readonly onError?: ((error: unknown, callback: CallbackName) => void) | undefined
  /**
   * How long `forceFlush` and `shutdown` wait for callbacks that returned a promise, in
   * milliseconds.
   * @default 1000
   */
  readonly flushTimeoutMs?: number | undefined
}

const BITS = { traceStart: 1, spanStart: 2, spanEnd: 4, log: 8 } as const

/**
 * Runs {@link SpanCallbacks}: an OpenTelemetry SpanProcessor and LogRecordProcessor in one, for one
 * provider or for both.
 *
 * Register it before the processors that export, so that the span has the attributes set by
 * `spanStart` in time. Like every SpanProcessor it gets recording spans only: no callback hears of
 * an unsampled trace.
 *
 * @example
 * ```ts
 * const callbacks = new SpanCallbackProcessor({
 *   spanEnd: (span) => histogram.record(span.durationMs),
 * })
 * const sdk = new NodeSDK({ spanProcessors: [callbacks, batchProcessor] })
 * ```
 */
export class SpanCallbackProcessor {
  readonly #traceStart: IsolatedCallback<RecordingSpan, TraceInfo> | undefined
  readonly #spanStart: IsolatedCallback<RecordingSpan, StartedSpan> | undefined
  readonly #spanEnd: IsolatedCallback<FinishedSpan, EndedSpan> | undefined
  readonly #log: IsolatedCallback<EmittedLogRecord, LogInfo> | undefined
  readonly #observesSpans: boolean
  readonly #flushTimeoutMs: number

  readonly #scope = new AsyncLocalStorage<number>()
  /**
   * Spans that a callback started. `spanEnd` looks here and not in the scope: a span of the app may
   * end on a socket that a callback opened.
   */
  readonly #origins = new WeakMap<object, number>()

  /** @throws TypeError when a callback is not a function */
  constructor(callbacks: SpanCallbacks, options: SpanCallbackOptions = {}) {
    const onError = options.onError ?? reportError
    const isolate = <Source, Info>(name: CallbackName, snapshot: (source: Source) => Info) => {
      const callback: unknown = callbacks[name]
      if (callback === undefined || callback === null) return undefined
      if (typeof callback !== 'function') {
        throw new TypeError(`The callback ${name} is of type ${typeof callback}; it must be a function.`)
      }
      const bound = callback.bind(callbacks) as (info: Info) => unknown
      return new IsolatedCallback({ name, callback: bound, snapshot, scope: this.#scope, bit: BITS[name], onError })
    }
    this.#traceStart = isolate('traceStart', snapshotTrace)
    this.#spanStart = isolate('spanStart', snapshotStartedSpan)
    this.#spanEnd = isolate('spanEnd', snapshotEndedSpan)
    this.#log = isolate('log', snapshotLog)
    this.#observesSpans = Boolean(this.#traceStart ?? this.#spanStart ?? this.#spanEnd)
    this.#flushTimeoutMs = options.flushTimeoutMs ?? 1000
  }

  /** How often each callback has thrown or rejected. */
  get errors(): Readonly<Record<CallbackName, number>> {
    return {
      traceStart: this.#traceStart?.errors ?? 0,
      spanStart: this.#spanStart?.errors ?? 0,
      spanEnd: this.#spanEnd?.errors ?? 0,
      log: this.#log?.errors ?? 0,
    }
  }

  /** Calls `traceStart` and `spanStart`. Never throws. */
  onStart(span: RecordingSpan): void {
    if (!this.#observesSpans) return
    const origins = this.#scope.getStore() ?? 0
    if (origins !== 0) this.#origins.set(span, origins)
    const parent = span.parentSpanContext
    if (parent === undefined || parent.isRemote === true) this.#traceStart?.call(span, origins)
    this.#spanStart?.call(span, origins)
  }

  /** Calls `spanEnd`. Never throws. */
  onEnd(span: FinishedSpan): void {
    this.#spanEnd?.call(span, this.#origins.get(span) ?? 0)
  }

  /** Calls `log`. Never throws. */
  onEmit(record: EmittedLogRecord): void {
    this.#log?.call(record, this.#scope.getStore() ?? 0)
  }

  /** For the Logs SDK: without a `log` callback, this processor is no reason to create a record. */
  enabled(): boolean {
    return this.#log !== undefined
  }

  /** Waits at most `flushTimeoutMs` for the promises that callbacks returned; never rejects. */
  async forceFlush(): Promise<void> {
    const pending = [this.#traceStart, this.#spanStart, this.#spanEnd, this.#log].map((callback) => callback?.settled())
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#flushTimeoutMs)
    })
    await Promise.race([Promise.all(pending), timeout])
    clearTimeout(timer)
  }

  /**
   * Does what `forceFlush` does: one instance may serve two providers, and the first shutdown must
   * not silence the other.
   */
  shutdown(): Promise<void> {
    return this.forceFlush()
  }
}

function reportError(error: unknown, callback: CallbackName): void {
  diag.error(`The callback ${callback} failed; its later errors are only counted.`, error)
}
