import type { OtlpPipeline } from '@heddle/otlp'
import { givenSnapshots, onlyExports } from '@heddle/sdk'
import { SpanCallbackProcessor } from '@heddle/span-callbacks'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'
import type { HeddleOptions } from '../config/options'
import type { HeddleConfig } from '../config/resolve'
import type { SignalExporters } from '../config/settings/export/exporters'
import { isolatedLogRecordProcessor, isolatedSpanProcessor } from './isolation'
import type { Propagation } from './propagation'
import type { RecordCounter } from './record-counter'

/** What spans and log records pass through, in order. */
export interface Processors {
  readonly span: readonly SpanProcessor[]
  /** That one of them may look at a span again when it has ended. */
  readonly keepSpans: boolean
  readonly log: readonly LogRecordProcessor[]
  /** The one among them that calls the callbacks of the option `on`. */
  readonly callbacks: SpanCallbackProcessor | undefined
}

/**
 * The order of the design: correlation ids first, so that callbacks and exporters see them; then
 * callbacks; then the user's own processors; then other exporters than ours. Ours is last, because
 * it encodes each record at once.
 */
export function createProcessors(config: HeddleConfig, options: HeddleOptions, propagation: Propagation): Processors {
  const { traces, logs } = config.exporters
  const callbacks = Object.keys(config.callbacks).length > 0 ? new SpanCallbackProcessor(config.callbacks) : undefined
  const first = [...(propagation.processor ? [propagation.processor] : []), ...(callbacks ? [callbacks] : [])]
  const given = options.spanProcessors ?? []
  return {
    callbacks,
    keepSpans: !given.every(onlyExports),
    span: [
      ...(first as unknown as SpanProcessor[]),
      ...given.map((each) => {
        const isolated = isolatedSpanProcessor(each)
        return onlyExports(each) ? givenSnapshots(isolated) : isolated
      }),
      ...(isAsked(traces) ? stockExporters().stockSpanProcessors(traces) : []),
    ],
    log: [
      ...(first as unknown as LogRecordProcessor[]),
      ...(options.logRecordProcessors ?? []).map(isolatedLogRecordProcessor),
      ...(isAsked(logs) ? stockExporters().stockLogProcessors(logs) : []),
    ],
  }
}

/** Most processes have no way out but ours, and are spared the loading. */
function isAsked({ console, others }: SignalExporters): boolean {
  return console || others.length > 0
}

function stockExporters(): typeof import('./stock-exporters') {
  return require('./stock-exporters')
}

/** Our way out behind all of them, for the signals that have it; for the others a counter. */
export function withOtlp(
  processors: Processors,
  otlp: OtlpPipeline,
  counter: RecordCounter,
  { exporters }: HeddleConfig,
): Processors {
  const spanEnd = exporters.traces.otlp ? otlp.spanProcessor : counter
  const logEnd = exporters.logs.otlp ? otlp.logRecordProcessor : counter
  return {
    ...processors,
    span: [...processors.span, spanEnd as unknown as SpanProcessor],
    log: [...processors.log, logEnd as unknown as LogRecordProcessor],
  }
}
