import type { MeterProvider } from '@opentelemetry/api'
import { withMethods } from '../../reading/checks'
import { type Setting, unresolved } from '../../reading/setting'

export interface MeterProviderOption {
  /**
   * An official meter provider. It is given the ledger as metrics, by the semantic conventions
   * `otel.sdk.*`.
   *
   * Errors: an object without `getMeter()`.
   * @default the global meter provider, whenever one is registered
   */
  readonly meterProvider?: MeterProvider | undefined
}

/** `pipeline/pipeline.ts` reads the provider from the options. */
export const meterProvider: Setting<MeterProviderOption> = {
  checks: { meterProvider: withMethods('getMeter') },
  variables: {},
  resolve: unresolved,
}
