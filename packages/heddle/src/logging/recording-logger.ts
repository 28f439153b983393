import { type Context, context } from '@opentelemetry/api'
import type { Logger, LogRecord, SeverityNumber } from '@opentelemetry/api-logs'
import type { LogRecordProcessor, ReadWriteLogRecord } from '@opentelemetry/sdk-logs'
import { type LogOrigin, RecordedLog } from './recorded-log'

interface LogQuestion {
  readonly context?: Context
  readonly severityNumber?: SeverityNumber
  readonly eventName?: string
}

/** Makes records, and gives them to the processors in their order. */
export class RecordingLogger implements Logger {
  readonly #origin: LogOrigin
  readonly #processors: readonly LogRecordProcessor[]
  readonly #isAlwaysEnabled: boolean

  constructor(origin: LogOrigin, processors: readonly LogRecordProcessor[]) {
    this.#origin = origin
    this.#processors = processors
    this.#isAlwaysEnabled = processors.some((processor) => processor.enabled === undefined)
  }

  emit(given: LogRecord): void {
    const surroundings = given.context ?? context.active()
    if (!this.#isAlwaysEnabled && !this.enabled(given)) return
    const record = new RecordedLog(this.#origin, given, surroundings)
    // The SDK's type has no word for an optional property that is there and `undefined`, which its own records have too.
    const emitted = record as unknown as ReadWriteLogRecord
    for (let i = 0; i < this.#processors.length; i++) this.#processors[i]!.onEmit(emitted, surroundings)
    record.seal()
  }

  /** Whether a processor wants such a record. */
  enabled({ context: given, severityNumber, eventName }: LogQuestion = {}): boolean {
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
