import type { Context, TextMapSetter } from '@opentelemetry/api'
import { type CorrelationHeaders, resolveHeaderNames } from './correlation/correlation-headers'
import { getIncoming } from './incoming'
import { isTracingSuppressed } from './suppressed-tracing'
import { writeHeader } from './text/carrier'
import { validSpanContext } from './w3c/trace-context'

/** Writes headers into a response by which its reader can find the trace. */
export interface ResponsePropagator {
  /** Writes the headers of `context` into the carrier, through the setter. Never throws. */
  inject<Carrier>(context: Context, carrier: Carrier, setter: TextMapSetter<Carrier>): void
}

/** The `correlation` part of the propagator's options. */
export interface ResponsePropagatorOptions {
  /** Header names. @default those of {@link CorrelationHeaders} */
  readonly correlation?: { readonly headers?: CorrelationHeaders }
}

/**
 * Creates a propagator that echoes the request id in the response, in the header of its arrival (by
 * default `X-Request-ID`). When no request id arrived, or the caller is ignored, it sends the
 * active span's trace id. The request id is known when the request's propagator reads the format
 * `correlation`.
 *
 * @throws TypeError or RangeError for an invalid header name
 * @example
 * ```ts
 * new HttpInstrumentation({ responsePropagator: createResponsePropagator() })
 * ```
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
