export { timeoutOf } from './delivery/deadline'
export type { DropReason, Held, SignalStats } from './ledger/ledger'
export { OtlpOptionsError } from './options/error'
export type {
  BatchOptions,
  OtlpPipelineOptions,
  OtlpProtocol,
  Problem,
  RetryOptions,
  SignalOptions,
  TlsOptions,
} from './options/options'
export type { SpoolOptions } from './options/spool'
export {
  createOtlpPipeline,
  type DeadlineOptions,
  type OtlpLogRecordProcessor,
  type OtlpPipeline,
  type OtlpSpanProcessor,
  type SaveOptions,
} from './pipeline'
export type {
  AttributesLike,
  EventLike,
  LinkLike,
  LogRecordLike,
  ResourceLike,
  ScopeLike,
  SpanLike,
} from './telemetry'
