import { createLogger, type Logger } from '@heddle/logger'
import { timeoutOf } from '@heddle/otlp'
import { enabledContextManager } from '@heddle/sdk'
import { context, type Span, type SpanOptions, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import type { HeddleConfig } from './config/resolve'
import type { ConfigSummary } from './config/summary'
import type { Ledger } from './ledger/ledger'

/** A span that ends with its block: `using span = heddle.startSpan('db.query')`. */
export type DisposableSpan = Span & Disposable

/** What `start()` hands back. Nothing on it throws for reasons of its own. */
export interface Heddle {
  /** What was decided at start, without secrets. */
  readonly config: ConfigSummary

  /** A structured logger; the same name gives the same logger. Its records carry the ids of the active span. */
  logger(name: string): Logger

  /**
   * Runs `work` in a span of its own, active while it runs, ended when it returns or its promise settles. What `work`
   * throws is recorded as an exception, sets the status to ERROR and goes on to the caller. What is thenable is awaited
   * at once, and comes back as a plain promise.
   */
  span<T>(name: string, work: (span: Span) => T): T
  span<T>(name: string, options: SpanOptions, work: (span: Span) => T): T

  /** Starts a span, a child of the active one, without making it active. Ends by `end()` or with its `using` block. */
  startSpan(name: string, options?: SpanOptions): DisposableSpan

  /** Counts of what was created, delivered, sampled out, dropped and why, and is still held, and of callbacks that failed. Works when nothing else does. */
  ledger(): Ledger

  /**
   * Delivers everything ended so far. Never rejects: a timeout below 0 counts as 0, one beyond a timer's reach as 24 days, a string or a BigInt as the
   * number that it says, and what is no number as not given. @default timeoutMs 30_000
   */
  flush(options?: { readonly timeoutMs?: number | undefined }): Promise<void>

  /** Delivers what it can within the deadline, takes out every hook and stops. Never rejects; may be called again. Timeouts as for a flush. */
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
    get config() {
      summary ??= running.summary()
      return summary
    },
    logger(name) {
      let logger = loggers.get(name)
      if (!logger) {
        logger = createLogger({ name, level: config.logLevel })
        // A name per request would be a leak; such loggers work, they are only not kept.
        if (loggers.size < 1_000 && !(name?.length > 1_000)) loggers.set(name, logger)
      }
      return logger
    },
    span<T>(name: string, ...rest: [(span: Span) => T] | [SpanOptions, (span: Span) => T]): T {
      const [options, work] = rest.length === 1 ? [{}, rest[0]] : rest
      const around = context.active()
      const span = tracer.startSpan(name, options, around)
      const own = trace.setSpan(around, span)
      // The work is called from here, and from no function in between, so that its errors have the app's frames in their stacks.
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
    // The caller gets the promise that comes after ours: were it the work's own, our watching it would count as handling
    // its rejection, and one that nobody handles would pass in silence.
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
    // A `then` that throws is what `await` makes a rejection of.
    fail(span, error)
    return Promise.reject(error) as T
  }
}

/** Ends the span as failed. What was thrown may be anything at all, even what cannot be made a string. */
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

/** The `then` of what is thenable, read once. What throws when it is asked is none: the caller would get it as it is without us, too. */
function thenOf(value: unknown): PromiseLike<unknown>['then'] | undefined {
  try {
    const then: unknown = (value as PromiseLike<unknown> | null | undefined)?.then
    return typeof then === 'function' ? (then as PromiseLike<unknown>['then']) : undefined
  } catch {
    return undefined
  }
}
