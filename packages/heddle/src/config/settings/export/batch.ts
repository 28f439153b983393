import { delayOf, timeoutOf } from '../../reading/durations'
import type { SignalSettings } from '../../reading/signal-settings'

/** How one signal is batched, by whichever exporter: what is `undefined` is left to its defaults. */
export interface ResolvedBatch {
  readonly maxItems: number | undefined
  readonly maxBytes: number | undefined
  readonly maxDelayMs: number | undefined
  readonly maxQueueItems: number | undefined
  readonly exportTimeoutMs: number | undefined
}

/** The same in the terms of OpenTelemetry's own batch processors. */
export interface StockBatchOptions {
  readonly maxExportBatchSize?: number
  readonly maxQueueSize?: number
  readonly scheduledDelayMillis?: number
  readonly exportTimeoutMillis?: number
}

/**
 * `batch` and `maxQueueItems` in code, else the variables of the batch processors.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#batch-span-processor
 */
export function resolveBatch(settings: SignalSettings): ResolvedBatch {
  const { env } = settings
  const prefix = settings.signal === 'traces' ? 'OTEL_BSP' : 'OTEL_BLRP'
  const maxDelayMs = settings.batchInCode('maxDelayMs') ?? env.integer(0, `${prefix}_SCHEDULE_DELAY`)
  const exportTimeoutMs = env.integer(0, `${prefix}_EXPORT_TIMEOUT`)
  return {
    maxItems: settings.batchInCode('maxItems') ?? env.integer(1, `${prefix}_MAX_EXPORT_BATCH_SIZE`),
    maxBytes: settings.batchInCode('maxBytes'),
    maxDelayMs: maxDelayMs === undefined ? undefined : delayOf(maxDelayMs),
    maxQueueItems: settings.inCode('maxQueueItems') ?? env.integer(1, `${prefix}_MAX_QUEUE_SIZE`),
    exportTimeoutMs: exportTimeoutMs === undefined ? undefined : timeoutOf(exportTimeoutMs),
  }
}

export function stockBatch(batch: ResolvedBatch): StockBatchOptions {
  const options = {
    maxExportBatchSize: batch.maxItems,
    maxQueueSize: batch.maxQueueItems,
    scheduledDelayMillis: batch.maxDelayMs,
    exportTimeoutMillis: batch.exportTimeoutMs,
  }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
