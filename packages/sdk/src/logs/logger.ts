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
  readonly #passing: ReusedLogRecord | undefined
  #isPassing = false

  /** @param exportOnly - no processor changes a record, or looks at it again after `onEmit` */
  constructor(origin: LogOrigin, processors: readonly LogRecordProcessor[], exportOnly: boolean) {
    this.#origin = origin
    this.#processors = processors
    this.#passing = exportOnly ? new ReusedLogRecord(origin) : undefined
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
    const surroundings = given.context ?? context.active()
    if (!this.#isAlwaysEnabled && !this.enabled(given)) return
    if (this.#pass(given, surroundings)) return
    const record = new HeddleLogRecord(this.#origin, given, surroundings)
    this.#give(record, surroundings)
    record.seal()
  }

  /** The short way. A getter among the attributes may log while its record is written down: not into the same object. */
  #pass(given: LogRecord, surroundings: Context): boolean {
    const passing = this.#passing
    if (passing === undefined || this.#isPassing || !passing.fill(given, surroundings)) return false
    this.#isPassing = true
    try {
      this.#give(passing, surroundings)
    } finally {
      this.#isPassing = false
      passing.forget()
    }
    return true
  }

  #give(record: HeddleLogRecord | ReusedLogRecord, surroundings: Context): void {
    // The SDK's type has no word for an optional property that is there and `undefined`, which its own records have too.
    const emitted = record as unknown as ReadWriteLogRecord
    for (let i = 0; i < this.#processors.length; i++) this.#processors[i]!.onEmit(emitted, surroundings)
  }

  /** Whether a processor wants such a record. */
  enabled({ context: given, severityNumber, eventName }: EnabledQuery = {}): boolean {
    if (this.#isAlwaysEnabled) return true
    const question = {
      context: given ?? context.active(),
      instrumentationScope: this.#origin.scope,
      ...(severityNumber !== undefined && { severityNumber }),
      ...(eventName !== undefined && { eventName }),
    }
    return this.#processors.some((processor) => processor.enabled?.(question))
  }
}
