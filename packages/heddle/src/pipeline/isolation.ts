import { diag, type Sampler, SamplingDecision, type SamplingResult } from '@opentelemetry/api'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'
import type { LogQuery, LogRecordProcessorLike, SpanProcessorLike } from '../config/settings/processors'

const MAX_NAME_LENGTH = 100

/**
 * Isolates the user's span processor: the SDK calls processors one after another within the app's
 * own calls, so a processor that throws would throw into the app and keep the span from the
 * processors behind it. Its error is reported once.
 */
export function isolatedSpanProcessor(processor: SpanProcessorLike): SpanProcessor {
  const guard = guardOf(processor)
  return {
    onStart: (span, parentContext) => guard(() => processor.onStart(span, parentContext)),
    ...(processor.onEnding && { onEnding: (span) => guard(() => processor.onEnding?.(span)) }),
    onEnd: (span) => guard(() => processor.onEnd(span)),
    forceFlush: async () => processor.forceFlush(),
    shutdown: async () => processor.shutdown(),
  }
}

/**
 * Isolates the user's sampler: a span at which it throws is kept, since losing it would be the
 * worse surprise.
 */
export function isolatedSampler(sampler: Sampler): Sampler {
  const guard = guardOf(sampler)
  return {
    shouldSample(...of) {
      let result: SamplingResult | undefined
      guard(() => {
        result = sampler.shouldSample(...of)
      })
      return result ?? { decision: SamplingDecision.RECORD_AND_SAMPLED }
    },
    toString: () => sampler.toString(),
  }
}

/** The user's log record processor, held apart in the same way. */
export function isolatedLogRecordProcessor(processor: LogRecordProcessorLike): LogRecordProcessor {
  const guard = guardOf(processor)
  return {
    onEmit: (record, context) => guard(() => processor.onEmit(record, context)),
    ...(processor.enabled && { enabled: (query) => isEnabled(processor, query, guard) }),
    forceFlush: async () => processor.forceFlush(),
    shutdown: async () => processor.shutdown(),
  }
}

/** A processor that throws is given the record: to lose it would be the worse surprise. */
function isEnabled(processor: LogRecordProcessorLike, query: LogQuery, guard: (run: () => void) => void): boolean {
  let isWanted = true
  guard(() => {
    isWanted = processor.enabled?.(query) !== false
  })
  return isWanted
}

function guardOf(part: object): (run: () => void) => void {
  let isReported = false
  return (run) => {
    try {
      run()
    } catch (error) {
      if (isReported) return
      isReported = true
      diag.error(`${nameOf(part)} of the app's own throws; what it throws is left out from now on`, error)
    }
  }
}

/** The name of its class: the object is the app's own, so that reading it may throw too. */
function nameOf(part: object): string {
  try {
    return String(part.constructor.name || 'a part').slice(0, MAX_NAME_LENGTH)
  } catch {
    return 'a part'
  }
}
