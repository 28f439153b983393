import type { SignalOptions } from '@heddle/otlp'
import { type Checks, object, orFalse } from '../../reading/checks'
import { checksOf, type Host, type Setting, unresolved, variablesOf } from '../../reading/setting'
import type { SignalSettings } from '../../reading/signal-settings'
import { type BatchOption, batch, type ResolvedBatch } from './batch'
import { type CompressionOption, compression } from './compression'
import { type EndpointOption, endpoint, findEndpoint, protocolFrom } from './endpoint'
import { type HeadersOption, headers } from './headers'
import { type ProtocolOption, protocol } from './protocol'
import { type QueueOption, queue, type ResolvedQueue } from './queue'
import { type SpoolOption, spool } from './spool'
import { type TimeoutOption, timeout } from './timeout'
import { insecureOf, type TlsOption, tls } from './tls'

/**
 * The way of one signal to the collector. An option that is left out comes from `export`, then from
 * the environment.
 */
export interface SignalExportOptions
  extends EndpointOption,
    ProtocolOption,
    HeadersOption,
    CompressionOption,
    TimeoutOption,
    TlsOption,
    BatchOption,
    QueueOption {}

/** In the order in which messages list them. */
const SIGNAL_SETTINGS = [endpoint, protocol, headers, compression, timeout, tls, batch, queue] as const

/** The way of spans and log records to the collector: for both, and for each by itself. */
export interface ExportOptions extends SignalExportOptions, SpoolOption {
  /**
   * The collector; for HTTP a base URL to which `/v1/traces` and `/v1/logs` are appended. An empty
   * string counts as not given.
   *
   * Errors: text that is no address. Messages show it without user name, password and query.
   * @default `OTEL_EXPORTER_OTLP_ENDPOINT`, else 'http://localhost:4318', or
   * 'http://localhost:4317' when the protocol is 'grpc'
   */
  readonly endpoint?: string | undefined
  /**
   * Differences for spans. `false`: no spans are exported.
   *
   * Errors: anything but an object of these options and `false`.
   * @default as `export` says
   */
  readonly traces?: SignalExportOptions | false | undefined
  /**
   * Differences for log records. `false`: none are exported.
   *
   * Errors: anything but an object of these options and `false`.
   * @default as `export` says
   */
  readonly logs?: SignalExportOptions | false | undefined
}

export interface ExportOption {
  /**
   * Where spans and log records go, how they are batched, and where they wait when the collector is
   * away; for both signals, and in `traces` and `logs` for each by itself.
   *
   * Errors: those of its members; an unknown member.
   * @default the variables, else OTLP to the collector on this host
   */
  readonly export?: ExportOptions | undefined
}

const signalChecks: Checks<SignalExportOptions> = checksOf(SIGNAL_SETTINGS)
const signal = orFalse(object<SignalExportOptions>(signalChecks, 'an object, or false for none'))

/** `exporters` resolves it, together with the option `exporters`. */
export const exporting: Setting<ExportOption> = {
  checks: { export: object<ExportOptions>({ ...signalChecks, traces: signal, logs: signal, ...spool.checks }) },
  variables: variablesOf([...SIGNAL_SETTINGS, spool]),
  resolve: unresolved,
}

/**
 * One signal's way to the collector. It is `@heddle/otlp`'s own type, so that the compiler refuses
 * a setting that nothing would honour.
 */
export type Target = SignalOptions & Required<Pick<SignalOptions, 'headers' | 'compression' | 'timeoutMs' | 'batch'>>

export function resolveTarget(
  settings: SignalSettings<SignalExportOptions>,
  { maxItems, maxBytes, maxDelayMs }: ResolvedBatch,
  { maxQueueBytes, maxQueueItems }: ResolvedQueue,
  readFile: Host['readFile'],
): Target {
  const found = findEndpoint(settings)
  const chosenProtocol = protocol.resolve(settings) ?? protocolFrom(settings, found)
  // In the order in which problems are reported.
  return {
    protocol: chosenProtocol,
    compression: compression.resolve(settings),
    timeoutMs: timeout.resolve(settings),
    endpoint: endpoint.resolve(settings, found, chosenProtocol, insecureOf(settings)),
    headers: headers.resolve(settings),
    tls: tls.resolve(settings, readFile),
    batch: { maxItems, maxBytes, maxDelayMs },
    maxQueueBytes,
    maxQueueItems,
  }
}
