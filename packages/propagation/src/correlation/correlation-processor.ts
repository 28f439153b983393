import { type AttributeValue, type Context, trace } from '@opentelemetry/api'
import { getIncoming } from '../incoming'

/**
 * The attribute for an incoming correlation id that is no valid trace id, or not the trace's own;
 * on spans and logs.
 */
export const ATTR_CORRELATION_TRACE_ID = 'correlation.trace_id'
/** The attribute for the parent of the caller's span, as the caller names it; on spans. */
export const ATTR_CORRELATION_PARENT_ID = 'correlation.parent_id'
/** The attribute for the incoming request id; on spans and logs. */
export const ATTR_CORRELATION_REQUEST_ID = 'correlation.request_id'

/** The part of a span or log record that the processor uses. */
interface WithAttributes {
  setAttribute(key: string, value: AttributeValue): unknown
}

/**
 * Puts the incoming correlation ids on the first span of the request in this process, and on each
 * log record that is emitted in its context. It is a SpanProcessor and a LogRecordProcessor of the
 * OpenTelemetry SDK: register one instance with both providers, before the processors that export.
 * Never throws.
 *
 * @example
 * ```ts
 * const correlation = new CorrelationProcessor()
 * const sdk = new NodeSDK({
 *   textMapPropagator: createPropagator({ formats: ['tracecontext', 'correlation'] }),
 *   spanProcessors: [correlation, exportingSpans],
 *   logRecordProcessors: [correlation, exportingLogs],
 * })
 * ```
 */
export class CorrelationProcessor {
  /** Sets the ids on the first span of a request. */
  onStart(span: WithAttributes, parentContext: Context): void {
    const ids = getIncoming(parentContext)?.correlation
    if (ids === undefined || hasLocalParent(parentContext)) return
    setIfKnown(span, ATTR_CORRELATION_TRACE_ID, ids.traceId)
    setIfKnown(span, ATTR_CORRELATION_PARENT_ID, ids.parentId)
    setIfKnown(span, ATTR_CORRELATION_REQUEST_ID, ids.requestId)
  }

  /** Does nothing. */
  onEnd(): void {}

  /** Sets the ids on a log record. */
  onEmit(logRecord: WithAttributes, context?: Context): void {
    const ids = context && getIncoming(context)?.correlation
    if (ids === undefined) return
    setIfKnown(logRecord, ATTR_CORRELATION_TRACE_ID, ids.traceId)
    setIfKnown(logRecord, ATTR_CORRELATION_REQUEST_ID, ids.requestId)
  }

  /** Resolves at once: the processor holds nothing. */
  forceFlush(): Promise<void> {
    return Promise.resolve()
  }

  /** Resolves at once: the processor holds nothing. */
  shutdown(): Promise<void> {
    return Promise.resolve()
  }
}

function hasLocalParent(context: Context): boolean {
  const parent = trace.getSpanContext(context)
  return parent !== undefined && parent.isRemote !== true
}

function setIfKnown(target: WithAttributes, key: string, value: string | undefined): void {
  if (value !== undefined) target.setAttribute(key, value)
}
