export type { CorrelationHeaders } from './correlation/correlation-headers'
export {
  ATTR_CORRELATION_PARENT_ID,
  ATTR_CORRELATION_REQUEST_ID,
  ATTR_CORRELATION_TRACE_ID,
  CorrelationProcessor,
} from './correlation/correlation-processor'
export { extractedLinks } from './incoming'
export type { PropagationFormat, PropagatorOptions } from './options'
export { createPropagator } from './propagator'
export {
  createResponsePropagator,
  type ResponsePropagator,
  type ResponsePropagatorOptions,
} from './response-propagator'
export type { TrustFunction, TrustPolicy } from './trust'
export { formatBaggage, parseBaggage } from './w3c/baggage'
export { formatTraceparent, parseTraceparent, type Traceparent } from './w3c/traceparent'
export { formatTracestate, parseTracestate, type Tracestate } from './w3c/tracestate'
