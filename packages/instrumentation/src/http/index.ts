export { isHostTarget, type PropagationTarget } from '../http-semantics/propagation-targets'
export { HttpInstrumentation } from './http-instrumentation'
export type { HttpInstrumentationOptions, IncomingRequest, OutgoingRequest, ResponsePropagator } from './options'
export { recordError, requestState, type ServerRequestState, setRoute } from './server/request-state'
