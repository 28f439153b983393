export { type Receiver, type ReceiverOptions, startReceiver } from './receiver'
export type { ReceiverAnswer } from './serve/answer'
export type { Respond } from './serve/intake'
export type { ReceiverTls } from './serve/tls'
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
} from './store/received'
export type { WaitOptions } from './store/waiters'
export { type FormatTraceOptions, formatTrace } from './view/format-trace'
export type { ReceivedTrace, SpanNode } from './view/trace'
