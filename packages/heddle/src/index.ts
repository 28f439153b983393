import { isHubPreloaded } from './preloaded-hub'
import { start } from './start'
import { startFromPreload } from './start-from-preload'

export type { SpoolOptions } from '@heddle/otlp'
export type {
  BatchOptions,
  ExporterLike,
  ExportOptions,
  Protocol,
  SignalExporterOptions,
  SignalExportOptions,
  TlsOptions,
} from './config/export-options'
export type {
  HeddleOptions,
  HttpOptions,
  InstrumentationLike,
  LedgerOptions,
  LimitOptions,
  LogRecordProcessorLike,
  PropagationOptions,
  ResourceDetectorLike,
  SpanProcessorLike,
} from './config/options'
export { HeddleConfigError } from './config/problems'
export type { ConfigSummary, ServiceSummary, SignalSummary } from './config/summary'
export type { DisposableSpan, Heddle, Ledger } from './heddle'
export { HeddleRegistrationError } from './registration'
export { start }

if (isHubPreloaded()) startFromPreload(() => ({ start }))
