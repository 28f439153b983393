import type { Meter } from '@opentelemetry/api'
import type { SamplingCount } from '../ledger/sampling-count'
import type { ResolvedSignal } from '../options/resolve'
import type { SignalMeasures } from '../signal-pipeline'
import { exporterAttributes, processorAttributes } from './component'
import { deliveryInstruments } from './delivery-instruments'
import type { InstrumentSet } from './instrument-set'
import type { MeterFollower } from './meter-follower'
import { logInstruments, spanInstruments } from './sdk-instruments'
import { SignalMetrics } from './signal-metrics'

/** A signal's pipeline, as its metrics see it. */
export interface ObservedSignal {
  readonly name: 'traces' | 'logs'
  readonly options: ResolvedSignal
  readonly hasSpool: boolean
  readonly sampling: SamplingCount
  measures(): SignalMeasures
}

/** Puts together the metrics of one signal, and has them follow the meter provider. */
export function observeSignal(signal: ObservedSignal, follower: MeterFollower): SignalMetrics {
  const { name, options, hasSpool } = signal
  const noun = name === 'traces' ? 'span' : 'log'
  const processor = processorAttributes(noun)
  const exporter = exporterAttributes(noun, options.protocol, options.endpoint)
  const capacity = options.maxQueueItems
  const measures = () => signal.measures()
  const stats = () => signal.measures().stats
  const createInstruments = (meter: Meter): InstrumentSet[] => [
    name === 'traces' ? spanInstruments(meter, signal.sampling, stats) : logInstruments(meter, stats),
    deliveryInstruments(meter, { noun, processor, exporter, capacity, hasSpool, measures }),
  ]
  const metrics = new SignalMetrics(follower, exporter, createInstruments)
  follower.add(metrics)
  return metrics
}
