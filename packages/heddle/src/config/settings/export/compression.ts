import { oneOf } from '../../reading/checks'
import type { ExportSetting } from '../../reading/setting'
import { inCode, type SignalSettings, variableNames } from '../../reading/signal-settings'
import { otlpVariables } from '../../reading/variables'

type Compression = 'gzip' | 'none'

export interface CompressionOption {
  /**
   * Compression of each request.
   *
   * Errors: any other word.
   * @default `OTEL_EXPORTER_OTLP_COMPRESSION`, else 'none'
   */
  readonly compression?: Compression | undefined
}

const COMPRESSIONS = ['gzip', 'none'] as const

export const compression = {
  checks: { compression: oneOf(COMPRESSIONS) },
  variables: otlpVariables('COMPRESSION', { default: 'none' }),
  resolve: (settings: SignalSettings<CompressionOption>): Compression =>
    inCode(settings, 'compression') ??
    settings.env.for(`${settings.signal}.compression`).oneOf(COMPRESSIONS, ...variableNames(settings, 'COMPRESSION')) ??
    'none',
} satisfies ExportSetting<CompressionOption>
