import { createLogger, type Logger } from '@heddle/logger'
import { timeoutOf } from '@heddle/otlp'
import { enabledContextManager } from '@heddle/sdk'
import { context, type Span, type SpanOptions, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import { type CarriedContext, carriedContext } from './carried-context'
import type { HeddleConfig } from './config/resolve'
import type { ConfigSummary } from './config/summary'
import type { Ledger } from './ledger/ledger'

/** A span that a `using` block ends: `using span = heddle.startSpan('db.query')`. */
export type DisposableSpan = Span & Disposable

/** The handle that `start()` returns. None of its methods throws for reasons of its own. */
export interface Heddle extends CarriedContext {
  /**
   * The configuration that was decided at start, and where each value came from, without secrets.
   *
   * @example
   * console.log(heddle.config)
   */
  readonly config: ConfigSummary

  /**
   * Returns a structured logger; the same name gives the same logger. Its records carry the ids of
   * the active span.
   *
   * @example
   * heddle.logger('orders').info('order placed', { orderId: 42 })
   */
  logger(name: string): Logger

  /**
   * Runs `work` in a span of its own. The span is active while `work` runs, and ends when `work`
   * returns or its promise settles. An error that `work` throws is recorded as an exception, sets
   * the status to ERROR and goes on to the caller. A thenable result is awaited at once, and the
   * caller gets a plain promise.
   *
   * @throws what `work` throws
   * @example
   * const order = await heddle.span('load order', (span) => {
   *   span.setAttribute('order.id', id)
   *   return db.orders.get(id)
   * })
   */
  span<T>(name: string, work: (span: Span) => T): T
  span<T>(name: string, options: SpanOptions, work: (span: Span) => T): T

  /**
   * Starts a span, a child of the active one, without making it active. `end()` or the end of its
   * `using` block ends the span.
   *
   * @example
   * using span = heddle.startSpan('db.query')
   */
  startSpan(name: string, options?: SpanOptions): DisposableSpan

  /**
   * Returns the counts of the records that were created, delivered, sampled out, dropped (and why)
   * and are still held, and of the callbacks that failed. Works when nothing else does.
   *
   * @example
   * const { traces, logs } = heddle.ledger()
   * console.log(traces.delivered, logs.dropped)
   */
  ledger(): Ledger

  /**
   * Delivers every record that ended so far. Never rejects. `timeoutMs` is in milliseconds: a value
   * below 0 counts as 0, a value beyond a timer's reach as 24 days, a string or a BigInt as the
   * number that it says, and a value that is no number as not given.
   *
   * @default timeoutMs 30_000
   * @example
   * await heddle.flush({ timeoutMs: 5_000 })
   */
  flush(options?: { readonly timeoutMs?: number | undefined }): Promise<void>

  /**
   * Delivers what it can within the deadline, takes out every hook and stops. Never rejects; may be
   * called again. `timeoutMs` is in milliseconds and read as `flush()` reads it; its default is the
   * `shutdownTimeoutMs` of the configuration.
   *
   * @example
   * await heddle.shutdown()
   */
  shutdown(options?: { readonly timeoutMs?: number | undefined }): Promise<void>
}

/** What the handle needs of the running pipeline. */
interface Running {
  readonly config: Pick<HeddleConfig, 'logLevel' | 'shutdownTimeoutMs'>
  summary(): ConfigSummary
  readonly tracer: Tracer
  ledger(): Ledger
  flush(timeoutMs: number): Promise<void>
  shutdown(timeoutMs: number): Promise<void>
}

const FLUSH_TIMEOUT_MS = 30_000

export function createHandle(running: Running): Heddle {
  const { config, tracer } = running
  const loggers = new Map<string, Logger>()
  let summary: ConfigSummary | undefined
  let stopping: Promise<void> | undefined

  return {
    ...carriedContext,
    get config() {
      summary ??= running.summary()
      return summary
    },
    logger(name) {
      let logger = loggers.get(name)
      if (!logger) {
        logger = createLogger({ name, level: config.logLevel })
        // A name for each request would be a leak: later loggers work but are not kept.
        if (loggers.size < 1_000 && !(name?.length > 1_000)) loggers.set(name, logger)
      }
      return logger
    },
    span<T>(name: string, ...rest: [(span: Span) => T] | [SpanOptions, (span: Span) => T]): T {
      const [options, work] = rest.length === 1 ? [{}, rest[0]] : rest
      const around = context.active()
      const span = tracer.startSpan(name, options, around)
      const own = trace.setSpan(around, span)
      // This function calls `work` itself, with no function in between, so that the errors of
      // `work` have the app's frames in their stacks.
      const manager = enabledContextManager()
      const outer = manager?.enter(own)
      let isThrown = true
      try {
        const result = manager === undefined ? context.with(own, work, undefined, span) : work(span)
        isThrown = false
        return endAfter(span, result)
      } catch (error) {
        fail(span, error)
        throw error
      } finally {
        manager?.leave(outer, own, isThrown)
      }
    },
    startSpan(name, options) {
      const span = tracer.startSpan(name, options) as DisposableSpan
      span[Symbol.dispose] = span.end
      return span
    },
    ledger: () => running.ledger(),
    flush: (options) => running.flush(timeoutOf(() => options?.timeoutMs, FLUSH_TIMEOUT_MS)),
    shutdown(options) {
      stopping ??= running.shutdown(timeoutOf(() => options?.timeoutMs, config.shutdownTimeoutMs))
      return stopping
    },
  }
}

/** Ends the span with the result, or when it settles. */
function endAfter<T>(span: Span, result: T): T {
  const then = thenOf(result)
  if (then === undefined) {
    span.end()
    return result
  }
  try {
    // The caller gets the promise that our `then` returns. If the caller got the promise of `work`,
    // our handler would count as handling its rejection, and an unhandled one would pass
    // in silence.
    return then.call(
      result,
      (value) => {
        span.end()
        return value
      },
      (error: unknown) => {
        fail(span, error)
        throw error
      },
    ) as T
  } catch (error) {
    // `await` makes a rejection of a `then` that throws.
    fail(span, error)
    return Promise.reject(error) as T
  }
}

/** Ends the span as failed. `error` may be any value, even one that cannot be made a string. */
function fail(span: Span, error: unknown): void {
  try {
    const exception = error instanceof Error ? error : String(error)
    span.setStatus({ code: SpanStatusCode.ERROR, message: exception instanceof Error ? exception.message : exception })
    span.recordException(exception)
  } catch {
    span.setStatus({ code: SpanStatusCode.ERROR })
  } finally {
    span.end()
  }
}

/**
 * Reads the `then` of a thenable once. A value whose `then` throws when it is read is no thenable:
 * without us, too, the caller would get the value as it is.
 */
function thenOf(value: unknown): PromiseLike<unknown>['then'] | undefined {
  try {
    const then: unknown = (value as PromiseLike<unknown> | null | undefined)?.then
    return typeof then === 'function' ? (then as PromiseLike<unknown>['then']) : undefined
  } catch {
    return undefined
  }
}
