import { integer } from '../../reading/checks'
import { timeoutOf } from '../../reading/durations'
import type { ExportSetting } from '../../reading/setting'
import { inCode, type SignalSettings, variableNames } from '../../reading/signal-settings'
import { otlpVariables } from '../../reading/variables'

export interface TimeoutOption {
  /**
   * How long one request may take, in milliseconds; 0 is no limit.
   *
   * Errors: anything but a whole number from 0. More than 24 days count as 24 days.
   * @default `OTEL_EXPORTER_OTLP_TIMEOUT`, else 10_000
   */
  readonly timeoutMs?: number | undefined
}

export const timeout = {
  checks: { timeoutMs: integer(0) },
  variables: otlpVariables('TIMEOUT', { default: '10000 ms' }),
  resolve: (settings: SignalSettings<TimeoutOption>): number =>
    timeoutOf(
      inCode(settings, 'timeoutMs') ?? settings.env.integer(0, ...variableNames(settings, 'TIMEOUT')) ?? 10_000,
    ),
} satisfies ExportSetting<TimeoutOption>
