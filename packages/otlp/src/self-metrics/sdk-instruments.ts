import { type Meter, SamplingDecision } from '@opentelemetry/api'
import type { SignalStats } from '../ledger/ledger'
import { PARENT_ORIGINS, type SamplingCount } from '../ledger/sampling-count'
import { counting, type InstrumentSet } from './instrument-set'

const RESULTS: readonly (readonly [SamplingDecision, string])[] = [
  [SamplingDecision.NOT_RECORD, 'DROP'],
  [SamplingDecision.RECORD, 'RECORD_ONLY'],
  [SamplingDecision.RECORD_AND_SAMPLED, 'RECORD_AND_SAMPLE'],
]

/**
 * `otel.sdk.span.*`, if the sampler is counted.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#span-metrics
 */
export function spanInstruments(meter: Meter, stats: () => SignalStats, sampling: SamplingCount): InstrumentSet {
  const started = meter.createObservableCounter('otel.sdk.span.started', counting('span', 'Created.'))
  const live = meter.createObservableUpDownCounter(
    'otel.sdk.span.live',
    counting('span', 'Recording, and not ended yet.'),
  )
  return {
    observables: [started, live],
    observe(result) {
      if (!sampling.isUsed) return
      for (const [decision, name] of RESULTS) {
        for (const origin of PARENT_ORIGINS) {
          const count = sampling.started(decision, origin)
          if (count === 0) continue
          result.observe(started, count, { 'otel.span.sampling_result': name, 'otel.span.parent.origin': origin })
        }
      }
      const { created, sampledOut } = stats()
      const recordedOnly = sampledOut - sampling.total(SamplingDecision.NOT_RECORD)
      const observeLive = (decision: SamplingDecision, name: string, ended: number) => {
        const total = sampling.total(decision)
        // More can have ended than started: those of a provider whose sampler is not counted.
        if (total > 0) result.observe(live, Math.max(0, total - ended), { 'otel.span.sampling_result': name })
      }
      observeLive(SamplingDecision.RECORD, 'RECORD_ONLY', recordedOnly)
      observeLive(SamplingDecision.RECORD_AND_SAMPLED, 'RECORD_AND_SAMPLE', created - sampledOut)
    },
  }
}

/**
 * `otel.sdk.log.created`.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/otel/sdk-metrics/#log-metrics
 */
export function logInstruments(meter: Meter, stats: () => SignalStats): InstrumentSet {
  const created = meter.createObservableCounter('otel.sdk.log.created', counting('log', 'Emitted.'))
  return {
    observables: [created],
    observe: (result) => result.observe(created, stats().created),
  }
}
