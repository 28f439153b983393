import type { OtlpProtocol } from '@heddle/otlp'
import { oneOf } from '../../reading/checks'
import type { ExportSetting } from '../../reading/setting'
import { inCode, type SignalSettings, variableNames } from '../../reading/signal-settings'
import { otlpVariables } from '../../reading/variables'

/** How records travel: OTLP over gRPC, or over HTTP as protobuf or JSON. */
export type Protocol = OtlpProtocol

export interface ProtocolOption {
  /**
   * How records travel: `grpc`, `http/protobuf` or `http/json`.
   *
   * Errors: any other word.
   * @default `OTEL_EXPORTER_OTLP_PROTOCOL`, else 'grpc' for an endpoint on port 4317 or with
   * `unix:`, `dns:`, `ipv4:` or `ipv6:`, else 'http/protobuf'
   */
  readonly protocol?: Protocol | undefined
}

const PROTOCOLS = ['grpc', 'http/protobuf', 'http/json'] as const

export const protocol = {
  checks: { protocol: oneOf(PROTOCOLS) },
  variables: otlpVariables('PROTOCOL', 'refuse'),
  /** `undefined`: the endpoint decides. */
  resolve: (settings: SignalSettings<ProtocolOption>): Protocol | undefined =>
    inCode(settings, 'protocol') ??
    settings.env.for(`${settings.signal}.protocol`).oneOf(PROTOCOLS, ...variableNames(settings, 'PROTOCOL')),
} satisfies ExportSetting<ProtocolOption>
