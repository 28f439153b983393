import { integer } from '../../reading/checks'
import type { ExportSetting } from '../../reading/setting'
import { batchVariable, inCode, type SignalSettings } from '../../reading/signal-settings'
import { batchVariables, used } from '../../reading/variables'

export interface QueueOption {
  /**
   * Bytes of encoded records held in memory while they wait for the collector. Not for exporters of
   * your own, which encode their records themselves.
   *
   * Errors: anything but a whole number from 1.
   * @default 67_108_864
   */
  readonly maxQueueBytes?: number | undefined
  /**
   * Records held in memory, as a second bound; for exporters of your own too.
   *
   * Errors: anything but a whole number from 1.
   * @default `OTEL_BSP_MAX_QUEUE_SIZE` for spans and `OTEL_BLRP_MAX_QUEUE_SIZE` for log records,
   * else unlimited; 2_048 for exporters of your own
   */
  readonly maxQueueItems?: number | undefined
}

/** Bounds of one signal's queue. The exporter has defaults for those that are `undefined`. */
export interface ResolvedQueue {
  readonly maxQueueBytes: number | undefined
  readonly maxQueueItems: number | undefined
}

export const queue = {
  checks: { maxQueueBytes: integer(1), maxQueueItems: integer(1) },
  variables: batchVariables('MAX_QUEUE_SIZE', used('no bound but that in bytes; 2048 for exporters of your own')),
  resolve: (settings: SignalSettings<QueueOption>): ResolvedQueue => ({
    maxQueueBytes: inCode(settings, 'maxQueueBytes'),
    maxQueueItems:
      inCode(settings, 'maxQueueItems') ?? settings.env.integer(1, batchVariable(settings, 'MAX_QUEUE_SIZE')),
  }),
} satisfies ExportSetting<QueueOption>
