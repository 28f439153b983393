import type { BatchObservableCallback, Histogram, Meter, MeterProvider } from '@opentelemetry/api'
import type { ExportObserver } from '../ledger/export-observer'
import type { DropReason, SignalMeasures } from '../ledger/ledger'
import type { ComponentAttributes } from './component'
import { exportFailure } from './delivery-instruments'
import type { InstrumentSet } from './instrument-set'
import type { MeterFollower } from './meter-follower'

const { version } = require('../../package.json') as { version: string }

/** A pipeline, as its metrics see it. */
interface Measured {
  measures(): SignalMeasures
}

/**
 * The instruments of one signal, on the meter provider of the moment. After the shutdown of the
 * signal's pipeline they are read once more, because that is when most is lost, and are then taken
 * out.
 */
export class SignalMetrics implements ExportObserver {
  #measured: Measured | undefined
  #duration: Histogram | undefined
  #unbind = () => {}
  #isClosed = false
  readonly #follower: MeterFollower
  readonly #exporter: ComponentAttributes
  readonly #createInstruments: (meter: Meter, measured: Measured) => readonly InstrumentSet[]

  constructor(
    follower: MeterFollower,
    exporter: ComponentAttributes,
    createInstruments: (meter: Meter, measured: Measured) => readonly InstrumentSet[],
  ) {
    this.#follower = follower
    this.#exporter = exporter
    this.#createInstruments = createInstruments
  }

  /** From now on the measures of the pipeline are on the meter provider of the moment. */
  connect(measured: Measured): void {
    this.#measured = measured
    this.#follower.add(this)
  }

  /** Takes the instruments from the provider that had them. Throws what the new one throws. */
  bind(provider: MeterProvider): void {
    this.#unbind()
    if (this.#isClosed || this.#measured === undefined) return
    const meter = provider.getMeter('@heddle/otlp', version)
    const sets = this.#createInstruments(meter, this.#measured)
    const observables = sets.flatMap((set) => set.observables)
    const observe: BatchObservableCallback = (result) => {
      for (const set of sets) set.observe(result)
      // Not within the collection, whose list of callbacks would change under it.
      if (this.#isClosed) queueMicrotask(() => this.#unbind())
    }
    meter.addBatchObservableCallback(observe, observables)
    this.#unbind = () => {
      this.#unbind = () => {}
      this.#duration = undefined
      try {
        meter.removeBatchObservableCallback(observe, observables)
      } catch {
        // Then it keeps them. Thrown from where we are, it could end the app.
      }
    }
    this.#duration = meter.createHistogram('otel.sdk.exporter.operation.duration', {
      unit: 's',
      description: 'How long an export took, with all its retries.',
      // As the official exporters have it: sum and count. Who wants buckets asks for them with a
      // view.
      advice: { explicitBucketBoundaries: [] },
    })
  }

  batched(): void {
    this.#follower.look()
  }

  exported(durationMs: number, failure: DropReason | undefined): void {
    const attributes =
      failure === undefined ? this.#exporter : { ...this.#exporter, 'error.type': exportFailure(failure) }
    try {
      this.#duration?.record(durationMs / 1_000, attributes)
    } catch {
      // A meter that throws loses its own measurement, and none of our records.
    }
  }

  closed(): void {
    this.#isClosed = true
  }
}
