export { timeoutOf } from './deadline'
export type { DropReason, Held, SignalStats } from './ledger'
export type {
  BatchOptions,
  OtlpPipelineOptions,
  OtlpProtocol,
  Problem,
  RetryOptions,
  SignalOptions,
  TlsOptions,
} from './options'
export {
  createOtlpPipeline,
  type DeadlineOptions,
  type OtlpLogRecordProcessor,
  type OtlpPipeline,
  type OtlpSpanProcessor,
  type SaveOptions,
} from './pipeline'
export { OtlpOptionsError } from './resolve-options'
export type { SpoolOptions } from './spool/options'
export type {
  AttributesLike,
  EventLike,
  LinkLike,
  LogRecordLike,
  ResourceLike,
  ScopeLike,
  SpanLike,
} from './telemetry'
