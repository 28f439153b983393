export { formatBaggage, parseBaggage } from './baggage'
export type { CorrelationHeaders } from './correlation-headers'
export {
  ATTR_CORRELATION_PARENT_ID,
  ATTR_CORRELATION_REQUEST_ID,
  ATTR_CORRELATION_TRACE_ID,
  CorrelationProcessor,
} from './correlation-processor'
export { extractedLinks } from './incoming'
export type { PropagationFormat, PropagatorOptions } from './options'
export { createPropagator } from './propagator'
export {
  createResponsePropagator,
  type ResponsePropagator,
  type ResponsePropagatorOptions,
} from './response-propagator'
export { formatTraceparent, parseTraceparent, type Traceparent } from './traceparent'
export { formatTracestate, parseTracestate, type Tracestate } from './tracestate'
export type { TrustFunction, TrustPolicy } from './trust'
