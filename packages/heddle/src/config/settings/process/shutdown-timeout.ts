import { integer } from '../../reading/checks'
import { clamped } from '../../reading/durations'
import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'

export interface ShutdownTimeoutOption {
  /**
   * How long a shutdown may take, in milliseconds; 0 does not wait.
   *
   * Errors: anything but a whole number from 0. More than 24 days count as 24 days.
   * @default `HEDDLE_SHUTDOWN_TIMEOUT`, else 2_000
   */
  readonly shutdownTimeoutMs?: number | undefined
}

export const shutdownTimeout: Setting<ShutdownTimeoutOption, { readonly shutdownTimeoutMs: number }> = {
  checks: { shutdownTimeoutMs: integer(0) },
  variables: { HEDDLE_SHUTDOWN_TIMEOUT: used('2000 ms') },
  resolve: (given, { env }) => ({
    shutdownTimeoutMs: clamped(
      given.shutdownTimeoutMs ?? env.for('shutdownTimeoutMs').integer(0, 'HEDDLE_SHUTDOWN_TIMEOUT') ?? 2_000,
    ),
  }),
}
