export type { ReceiverAnswer } from './answer'
export { type FormatTraceOptions, formatTrace } from './format-trace'
export type { Respond } from './intake'
export type {
  Protocol,
  ReceivedAttributes,
  ReceivedEvent,
  ReceivedLink,
  ReceivedLog,
  ReceivedRequest,
  ReceivedScope,
  ReceivedSpan,
  ReceivedSpanKind,
  ReceivedStatusCode,
  Signal,
} from './received'
export { type Receiver, type ReceiverOptions, startReceiver } from './receiver'
export type { ReceiverTls } from './tls'
export type { ReceivedTrace, SpanNode } from './trace'
export type { WaitOptions } from './waiters'
