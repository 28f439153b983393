import type { Context } from '@opentelemetry/api'
import { listOf, withMethods } from '../reading/checks'
import { type Setting, unresolved } from '../reading/setting'

/** An official `SpanProcessor`, or any object of its shape. */
export interface SpanProcessorLike {
  /** Called when a span starts, within the app's call. */
  onStart(span: unknown, parentContext: Context): void
  /** Called when a span is about to end, and can still be written to, within the app's call. */
  onEnding?(span: unknown): void
  /** Called when a span has ended, within the app's call. */
  onEnd(span: unknown): void
  /** Called by `flush()` and before the process ends. */
  forceFlush(): Promise<void>
  /** Called by `shutdown()`. */
  shutdown(): Promise<void>
}

/** What a log record is going to be. */
export interface LogQuery {
  readonly context: Context
  readonly instrumentationScope: { readonly name: string; readonly version?: string | undefined }
  readonly severityNumber?: number | undefined
  readonly eventName?: string | undefined
}

/** An official `LogRecordProcessor`, or any object of its shape. */
export interface LogRecordProcessorLike {
  /** Called for each log record, within the app's call. */
  onEmit(record: unknown, context?: Context): void
  /** Whether such a record is wanted. One that no processor wants is not made. */
  enabled?(query: LogQuery): boolean
  /** Called by `flush()` and before the process ends. */
  forceFlush(): Promise<void>
  /** Called by `shutdown()`. */
  shutdown(): Promise<void>
}

export interface ProcessorsOption {
  /**
   * Official span processors, called in this order, after `on` and before the exporters. The first
   * error that a processor throws is reported, and none reaches the app.
   *
   * Errors: a member without `onStart()`, `onEnd()`, `forceFlush()` and `shutdown()`.
   * @default none
   */
  readonly spanProcessors?: readonly SpanProcessorLike[] | undefined
  /**
   * Official log record processors, called in this order, after `on` and before the exporters. The
   * first error that a processor throws is reported, and none reaches the app.
   *
   * Errors: a member without `onEmit()`, `forceFlush()` and `shutdown()`.
   * @default none
   */
  readonly logRecordProcessors?: readonly LogRecordProcessorLike[] | undefined
}

/** `pipeline/processors.ts` reads the processors from the options. */
export const processors: Setting<ProcessorsOption> = {
  checks: {
    spanProcessors: listOf(withMethods('onStart', 'onEnd', 'forceFlush', 'shutdown')),
    logRecordProcessors: listOf(withMethods('onEmit', 'forceFlush', 'shutdown')),
  },
  variables: {},
  resolve: unresolved,
}
