import { diag, type MeterProvider, metrics } from '@opentelemetry/api'

/** An owner of instruments on a provider. */
interface Instrumented {
  bind(provider: MeterProvider): void
}

/**
 * Keeps the instruments of a pipeline on the meter provider that it was given, or else on the
 * global one. The API has no proxy for meter providers, and ours is started before the app
 * registers its own: so it is looked again whenever a batch is complete.
 */
export class MeterFollower {
  readonly #followers: Instrumented[] = []
  #current: MeterProvider | undefined
  readonly #given: MeterProvider | undefined

  constructor(given: MeterProvider | undefined) {
    this.#given = given
  }

  add(signal: Instrumented): void {
    this.#followers.push(signal)
  }

  /** Never throws. */
  look(): void {
    const provider = this.#given ?? metrics.getMeterProvider()
    if (provider === this.#current) return
    this.#current = provider
    for (const follower of this.#followers) {
      try {
        follower.bind(provider)
      } catch (error) {
        diag.warn('the ledger cannot be read as metrics, the meter provider throws', error)
      }
    }
  }
}
