import type { TracerProvider } from '@opentelemetry/api'
import type { LoggerProvider } from '@opentelemetry/api-logs'
import { bool, either, oneOf, withMethods } from '../../reading/checks'
import type { EnvironmentReader } from '../../reading/environment'
import type { Setting } from '../../reading/setting'

/** `true`: what the other SDK has exporters for is sent by these alone. `'export'`: by Heddle too. */
type Attach = boolean | 'export'

export interface AttachOption {
  /**
   * Joins the OpenTelemetry SDK that is registered in this process (NodeSDK, a vendor's
   * distribution), of the 2.x or 3.x line, instead of refusing to start beside it: the app's spans
   * and log records are made by its providers, and Heddle's instrumentations, bridges, callbacks and
   * correlation headers run on them. It must be registered before `start()`.
   *
   * With `true`, a signal that the other SDK has processors for is sent by these alone; one that it
   * has none for is sent by Heddle. With `'export'`, Heddle sends every signal, with its spool and
   * its ledger: point only one of the two at the collector.
   *
   * Errors: anything but `true`, `false` and `'export'`; `HeddleRegistrationError` when no SDK is
   * registered, or one that Heddle cannot join.
   * @default `HEDDLE_ATTACH`, else false
   */
  readonly attach?: Attach | undefined
  /**
   * An official tracer provider of the app's, of the 2.x or 3.x line, that Heddle is to use in place
   * of its own: its sampler, limits and processors stay. As with `attach`, spans are sent by its
   * processors alone if it has any, unless `attach` is `'export'`. The app shuts it down; Heddle
   * flushes it.
   *
   * Errors: an object without `getTracer()`; `HeddleRegistrationError` for one that Heddle cannot
   * join.
   * @default Heddle's own
   */
  readonly tracerProvider?: TracerProvider | undefined
  /**
   * The same for log records.
   *
   * Errors: an object without `getLogger()`; `HeddleRegistrationError` for one that Heddle cannot
   * join.
   * @default Heddle's own
   */
  readonly loggerProvider?: LoggerProvider | undefined
}

const WORDS = ['true', 'false', 'export'] as const

/** `host/host.ts` reads the providers from the options. */
export const attach: Setting<AttachOption, { readonly attach: Attach }> = {
  checks: {
    attach: either((value) => typeof value === 'string', oneOf(['export'] as const), bool),
    tracerProvider: withMethods('getTracer'),
    loggerProvider: withMethods('getLogger'),
  },
  variables: { HEDDLE_ATTACH: 'refuse' },
  resolve: ({ attach: given }, { env }) => ({ attach: given ?? fromEnvironment(env) }),
}

function fromEnvironment(env: EnvironmentReader): Attach {
  const word = env.oneOf(WORDS, 'HEDDLE_ATTACH') ?? 'false'
  return word === 'export' ? word : word === 'true'
}
