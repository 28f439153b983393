import type { SamplingCount } from '../ledger/sampling-count'
import type { ResolvedSignal } from '../options/resolve'
import { SIGNALS } from '../signals'
import type { SignalName } from '../telemetry'
import { exporterAttributes, processorAttributes } from './component'
import { deliveryInstruments } from './delivery-instruments'
import type { MeterFollower } from './meter-follower'
import { SignalMetrics } from './signal-metrics'

/** What the metrics of one signal depend on. */
interface ObservedSignal {
  readonly name: SignalName
  readonly options: ResolvedSignal
  readonly hasSpool: boolean
  readonly sampling: SamplingCount
}

/**
 * Puts together the metrics of one signal. They follow the meter provider once they are connected
 * to the pipeline.
 */
export function observeSignal(signal: ObservedSignal, follower: MeterFollower): SignalMetrics {
  const { name, options, hasSpool, sampling } = signal
  const { noun, instruments } = SIGNALS[name]
  const processor = processorAttributes(noun)
  const exporter = exporterAttributes(noun, options.protocol, options.endpoint)
  const capacity = options.maxQueueItems
  return new SignalMetrics(follower, exporter, (meter, measured) => {
    const measures = () => measured.measures()
    return [
      instruments(meter, () => measures().stats, sampling),
      deliveryInstruments(meter, { noun, processor, exporter, capacity, hasSpool, measures }),
    ]
  })
}
