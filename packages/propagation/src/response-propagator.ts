import type { Context, TextMapSetter } from '@opentelemetry/api'
import { type CorrelationHeaders, resolveHeaderNames } from './correlation/correlation-headers'
import { getIncoming } from './incoming'
import { isTracingSuppressed } from './suppressed-tracing'
import { writeHeader } from './text/carrier'
import { validSpanContext } from './w3c/trace-context'

/** Writes into a response what lets its reader find the trace. */
export interface ResponsePropagator {
  inject<Carrier>(context: Context, carrier: Carrier, setter: TextMapSetter<Carrier>): void
}

/** The `correlation` part of the propagator's options. */
export interface ResponsePropagatorOptions {
  readonly correlation?: { readonly headers?: CorrelationHeaders }
}

/**
 * Echoes the request id in the response, in the header that it came in (by default `X-Request-ID`); when none came in,
 * or the caller is ignored, the trace id of the active span. The request id is known when the propagator reads the
 * format `correlation`.
 *
 * @throws TypeError or RangeError for an invalid header name
 */
export function createResponsePropagator(options: ResponsePropagatorOptions = {}): ResponsePropagator {
  const { requestId } = resolveHeaderNames(options.correlation?.headers)
  return {
    inject(context, carrier, setter) {
      if (isTracingSuppressed(context)) return
      const id = getIncoming(context)?.correlation?.requestId ?? validSpanContext(context)?.traceId
      if (id !== undefined) writeHeader(carrier, setter, requestId, id)
    },
  }
}
