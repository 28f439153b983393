import { integer, object } from '../../reading/checks'
import { delayOf, timeoutOf } from '../../reading/durations'
import type { ExportSetting } from '../../reading/setting'
import { batchVariable, type SignalSettings } from '../../reading/signal-settings'
import { batchVariables, used } from '../../reading/variables'
import type { ResolvedQueue } from './queue'

/** When a batch is sent: at whichever bound is reached first. */
export interface BatchOptions {
  /**
   * Records in one batch, at most as many as the queue holds.
   *
   * Errors: anything but a whole number from 1.
   * @default `OTEL_BSP_MAX_EXPORT_BATCH_SIZE` for spans and `OTEL_BLRP_MAX_EXPORT_BATCH_SIZE` for
   * log records, else 2_048, at most a quarter of `maxQueueItems`; 512 for exporters of your own
   */
  readonly maxItems?: number | undefined
  /**
   * Encoded bytes of one batch. Not for exporters of your own, which do not know them.
   *
   * Errors: anything but a whole number from 1.
   * @default 524_288
   */
  readonly maxBytes?: number | undefined
  /**
   * Age of the oldest record, in milliseconds. 0 counts as 1.
   *
   * Errors: anything but a whole number from 0. More than 24 days count as 24 days.
   * @default `OTEL_BSP_SCHEDULE_DELAY` for spans and `OTEL_BLRP_SCHEDULE_DELAY` for log records,
   * else 1_000; 5_000 for span exporters of your own
   */
  readonly maxDelayMs?: number | undefined
}

export interface BatchOption {
  /**
   * When a batch is sent; for exporters of your own too. Each of its bounds is looked up by itself:
   * one that a signal's own `batch` leaves out comes from the general `batch`.
   *
   * Errors: a bound that is no whole number.
   * @default 2_048 records, 524_288 bytes or 1_000 ms
   */
  readonly batch?: BatchOptions | undefined
}

/** Bounds of one signal's batches. The exporter has defaults for those that are `undefined`. */
export interface ResolvedBatch {
  readonly maxItems: number | undefined
  readonly maxBytes: number | undefined
  readonly maxDelayMs: number | undefined
  readonly exportTimeoutMs: number | undefined
}

/** The same in the terms of OpenTelemetry's own batch processors. */
export interface StockBatchOptions {
  readonly maxExportBatchSize?: number
  readonly maxQueueSize?: number
  readonly scheduledDelayMillis?: number
  readonly exportTimeoutMillis?: number
}

export const batch = {
  checks: { batch: object<BatchOptions>({ maxItems: integer(1), maxBytes: integer(1), maxDelayMs: integer(0) }) },
  variables: {
    ...batchVariables('SCHEDULE_DELAY', used('1000 ms; 5000 for span exporters of your own')),
    ...batchVariables('EXPORT_TIMEOUT', used('30000 ms')),
    ...batchVariables('MAX_EXPORT_BATCH_SIZE', used('2048; 512 for exporters of your own')),
  },
  /**
   * `batch` in code, else the variables of the batch processors.
   *
   * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#batch-span-processor
   */
  resolve(settings: SignalSettings<BatchOption>): ResolvedBatch {
    const { own, general, env } = settings
    const inCode = (key: keyof BatchOptions) => own.batch?.[key] ?? general.batch?.[key]
    const inVariable = (minimum: number, name: string) => env.integer(minimum, batchVariable(settings, name))
    const maxDelayMs = inCode('maxDelayMs') ?? inVariable(0, 'SCHEDULE_DELAY')
    const exportTimeoutMs = inVariable(0, 'EXPORT_TIMEOUT')
    return {
      maxItems: inCode('maxItems') ?? inVariable(1, 'MAX_EXPORT_BATCH_SIZE'),
      maxBytes: inCode('maxBytes'),
      maxDelayMs: maxDelayMs === undefined ? undefined : delayOf(maxDelayMs),
      exportTimeoutMs: exportTimeoutMs === undefined ? undefined : timeoutOf(exportTimeoutMs),
    }
  },
} satisfies ExportSetting<BatchOption>

export function stockBatch(batch: ResolvedBatch, { maxQueueItems }: ResolvedQueue): StockBatchOptions {
  const options = {
    maxExportBatchSize: batch.maxItems,
    maxQueueSize: maxQueueItems,
    scheduledDelayMillis: batch.maxDelayMs,
    exportTimeoutMillis: batch.exportTimeoutMs,
  }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
