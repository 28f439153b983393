import type { LoggerProvider } from '@opentelemetry/api-logs'
import type { AttributeLimits } from './attributes/attribute-limits'
import type { Level } from './levels'

/**
 * Writes one log record, or nothing when its level is disabled. Never throws, and needs no `this`: `promise.catch(log.error)` works.
 *
 * @param message the body; of an error its message
 * @param details objects whose properties become attributes, and errors. The first error, be it the message, a detail or a property of
 *   a detail, becomes `exception.type`, `exception.message` and `exception.stacktrace` with its causes, as in the semantic
 *   conventions; further ones, and details that are neither, are kept in the attribute `details` or under their own key.
 */
export type LogMethod = (message: string | Error, ...details: readonly unknown[]) => void

/** A structured logger over the OpenTelemetry Logs API. Its records carry the ids of the active span, or of the trace it was given. */
export interface Logger {
  readonly trace: LogMethod
  readonly debug: LogMethod
  readonly info: LogMethod
  readonly warn: LogMethod
  readonly error: LogMethod
  readonly fatal: LogMethod
  /**
   * Writes an event: a log record of severity INFO with an event name and no body.
   *
   * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/#event-name
   */
  event(name: string, attributes?: object): void
  /** A logger whose records carry these attributes too. It follows the level of this one until it is given its own. */
  child(attributes: object): Logger
  /**
   * A logger whose records belong to this trace, whichever span is active. Without a span id the OpenTelemetry SDK keeps no trace id on a
   * record, so these records carry it as the attribute `trace_id` (it is in the context handed to processors as well).
   * Ids that are not valid are reported once to `diag`, and the active span is used.
   *
   * @param traceId 32 hexadecimal digits, not all zero
   * @param spanId 16 hexadecimal digits, not all zero
   */
  withTrace(traceId: string, spanId?: string): Logger
  /**
   * A logger whose records belong to the span that a `traceparent` header names. Without a header the active span is used. So it is
   * for one that is not valid, as two of them are, which is reported once to `diag`.
   *
   * @see https://www.w3.org/TR/trace-context-2/#traceparent-header
   */
  withTraceparent(header: string | readonly string[] | undefined): Logger
  isLevelEnabled(level: Level): boolean
  /** The lowest level written. May be set at any time; what is no level is reported once to `diag` and ignored. */
  level: Level | 'silent'
}

/** Options of {@link createLogger}. */
export interface LoggerOptions {
  /** The name of the instrumentation scope: usually the module that logs. */
  readonly name: string
  /** The version of the instrumentation scope. */
  readonly version?: string
  /** The lowest level written. @default 'info' */
  readonly level?: Level | 'silent'
  /** Where records go. @default the globally registered provider, looked up for each record */
  readonly provider?: LoggerProvider
  /** Attributes of every record. */
  readonly attributes?: object
  /** Bounds of the attributes and the body of one record. */
  readonly limits?: AttributeLimits
}
