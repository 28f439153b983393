import { isHubPreloaded } from './preload/preloaded-hub'
import { startFromPreload } from './preload/start-from-preload'
import { start } from './start'

export type { SpoolOptions } from '@heddle/otlp'
export type {
  HeddleOptions,
  HttpOptions,
  InstrumentationLike,
  LimitOptions,
  LogRecordProcessorLike,
  PropagationOptions,
  ResourceDetectorLike,
  SpanProcessorLike,
} from './config/options'
export { HeddleConfigError } from './config/reading/problems'
export type {
  BatchOptions,
  ExporterLike,
  ExportOptions,
  Protocol,
  SignalExporterOptions,
  SignalExportOptions,
  TlsOptions,
} from './config/settings/export/options'
export type { LedgerOptions } from './config/settings/process/ledger'
export type { ConfigSummary, ServiceSummary, SignalSummary } from './config/summary'
export type { DisposableSpan, Heddle, Ledger } from './handle'
export { HeddleRegistrationError } from './otel-api/registration'
export { start }

if (isHubPreloaded()) startFromPreload(() => ({ start }))
