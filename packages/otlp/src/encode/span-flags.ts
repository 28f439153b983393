const TRACE_FLAGS = 0xff
const HAS_IS_REMOTE = 0x100
const IS_REMOTE = 0x200

/**
 * `flags` of a span or link: the W3C trace flags, and whether the parent or linked context is known
 * to be remote (opentelemetry.proto.trace.v1.SpanFlags).
 */
export function spanFlags(traceFlags: number, isRemote: boolean | undefined): number {
  return (traceFlags & TRACE_FLAGS) | HAS_IS_REMOTE | (isRemote ? IS_REMOTE : 0)
}
