import { type Context, context } from '@opentelemetry/api'
import type { Logger, LogRecord, SeverityNumber } from '@opentelemetry/api-logs'
import type { LogRecordProcessor, ReadWriteLogRecord } from '@opentelemetry/sdk-logs'
import { ignoredCalls } from '../ignored-calls'
import { HeddleLogRecord, type LogOrigin } from './log-record'
import { ReusedLogRecord } from './reused-log-record'

interface EnabledQuery {
  readonly context?: Context
  readonly severityNumber?: SeverityNumber
  readonly eventName?: string
}

/** Makes records, and gives them to the processors in their order. */
export class HeddleLogger implements Logger {
  readonly #origin: LogOrigin
  readonly #processors: readonly LogRecordProcessor[]
  readonly #isAlwaysEnabled: boolean
  readonly #reused: ReusedLogRecord | undefined
  #isReusedInUse = false

  /** @param exportOnly - no processor changes a record, or looks at it again after `onEmit` */
  constructor(origin: LogOrigin, processors: readonly LogRecordProcessor[], exportOnly: boolean) {
    this.#origin = origin
    this.#processors = processors
    this.#reused = exportOnly ? new ReusedLogRecord(origin) : undefined
    this.#isAlwaysEnabled = processors.some((processor) => processor.enabled === undefined)
  }

  emit(given: LogRecord): void {
    try {
      this.#emit(given)
    } catch {
      ignoredCalls.note(
        'logRecord',
        () => 'what was emitted is no log record, or does not let itself be read, and is left out',
      )
    }
  }

  #emit(given: LogRecord): void {
    const parentContext = given.context ?? context.active()
    if (!this.#isAlwaysEnabled && !this.enabled(given)) return
    if (this.#emitReused(given, parentContext)) return
    const record = new HeddleLogRecord(this.#origin, given, parentContext)
    this.#give(record, parentContext)
    record.seal()
  }

  /**
   * Emits through the reused record. A getter among the attributes may log while the exporter reads
   * that record: the inner record needs an object of its own.
   */
  #emitReused(given: LogRecord, parentContext: Context): boolean {
    const reused = this.#reused
    if (reused === undefined || this.#isReusedInUse || !reused.fill(given, parentContext)) return false
    this.#isReusedInUse = true
    try {
      this.#give(reused, parentContext)
    } finally {
      this.#isReusedInUse = false
      reused.forget()
    }
    return true
  }

  #give(record: HeddleLogRecord | ReusedLogRecord, parentContext: Context): void {
    // The SDK's type has no word for an optional property that is there and `undefined`, which its
    // own records have too.
    const emitted = record as unknown as ReadWriteLogRecord
    for (let i = 0; i < this.#processors.length; i++) this.#processors[i]!.onEmit(emitted, parentContext)
  }

  /** Whether a processor wants such a record. */
  enabled({ context: given, severityNumber, eventName }: EnabledQuery = {}): boolean {
    if (this.#isAlwaysEnabled) return true
    const query = {
      context: given ?? context.active(),
      instrumentationScope: this.#origin.scope,
      ...(severityNumber !== undefined && { severityNumber }),
      ...(eventName !== undefined && { eventName }),
    }
    return this.#processors.some((processor) => processor.enabled?.(query))
  }
}
