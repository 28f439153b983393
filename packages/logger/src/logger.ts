import type { LoggerProvider } from '@opentelemetry/api-logs'
import type { AttributeLimits } from './attributes/attribute-limits'
import type { Level } from './levels'

/**
 * Writes one log record, or nothing when its level is disabled. Never throws, and needs no `this`:
 * `promise.catch(log.error)` works.
 *
 * @param message - the body; an error's message becomes the body
 * @param details - objects whose properties become attributes, and errors. The first error, be it
 *   the message, a detail or a property of a detail, becomes `exception.type`, `exception.message`
 *   and `exception.stacktrace` with its causes, as in the semantic conventions. Further errors, and
 *   details that are neither object nor error, stay in the attribute `details` or under their own
 *   key.
 */
export type LogMethod = (message: string | Error, ...details: readonly unknown[]) => void

/**
 * A structured logger over the OpenTelemetry Logs API. Its records carry the ids of the active
 * span, or of the trace given to {@link Logger.withTrace}. No method throws.
 */
export interface Logger {
  /** Writes a record of severity TRACE (1), or nothing when the level is disabled. Never throws. */
  readonly trace: LogMethod
  /** Writes a record of severity DEBUG (5), or nothing when the level is disabled. Never throws. */
  readonly debug: LogMethod
  /** Writes a record of severity INFO (9), or nothing when the level is disabled. Never throws. */
  readonly info: LogMethod
  /** Writes a record of severity WARN (13), or nothing when the level is disabled. Never throws. */
  readonly warn: LogMethod
  /**
   * Writes a record of severity ERROR (17), or nothing when the level is disabled. Never throws.
   */
  readonly error: LogMethod
  /**
   * Writes a record of severity FATAL (21), or nothing when the level is disabled. Never throws.
   */
  readonly fatal: LogMethod
  /**
   * Writes an event: a log record of severity INFO with an event name and no body.
   *
   * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/#event-name
   */
  event(name: string, attributes?: object): void
  /**
   * Returns a logger whose records carry these attributes too. It follows the level of this logger
   * until it is given its own.
   *
   * @example
   * ```ts
   * const requestLog = log.child({ requestId: request.id })
   * ```
   */
  child(attributes: object): Logger
  /**
   * Returns a logger whose records belong to this trace, whichever span is active. Without a span
   * id the OpenTelemetry SDK keeps no trace id on a record, so the records carry the trace id as
   * the attribute `trace_id` (processors find it in the context as well). Invalid ids are reported
   * once to `diag`, and the active span counts.
   *
   * @param traceId - 32 hexadecimal digits, not all zero
   * @param spanId - 16 hexadecimal digits, not all zero
   */
  withTrace(traceId: string, spanId?: string): Logger
  /**
   * Returns a logger whose records belong to the span that a `traceparent` header names. The active
   * span counts when the header is absent, and when it is invalid (two headers are), which is
   * reported once to `diag`.
   *
   * @see https://www.w3.org/TR/trace-context-2/#traceparent-header
   */
  withTraceparent(header: string | readonly string[] | undefined): Logger
  /** Whether the logger writes records of this level. */
  isLevelEnabled(level: Level): boolean
  /**
   * The lowest level written. May be set at any time; a value that is no level is reported once to
   * `diag` and ignored.
   */
  level: Level | 'silent'
}

/** Options of {@link createLogger}. */
export interface LoggerOptions {
  /** The name of the instrumentation scope: usually the module that logs. */
  readonly name: string
  /** The version of the instrumentation scope. @default none */
  readonly version?: string
  /** The lowest level written. @default 'info' */
  readonly level?: Level | 'silent'
  /**
   * The provider that gets the records. @default the globally registered provider, looked up for
   * each record
   */
  readonly provider?: LoggerProvider
  /** Attributes of every record. @default none */
  readonly attributes?: object
  /**
   * Bounds of the attributes and the body of one record. @default those of {@link AttributeLimits}
   */
  readonly limits?: AttributeLimits
}
