export type { CallbackName, EndedSpan, LogInfo, SpanCallbacks, StartedSpan, TraceInfo } from './callbacks'
export { type SpanCallbackOptions, SpanCallbackProcessor } from './processor'
