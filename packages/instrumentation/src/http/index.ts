export { isHostTarget, type PropagationTarget } from '../propagation-targets'
export { HttpInstrumentation } from './http-instrumentation'
export type { HttpInstrumentationOptions, IncomingRequest, OutgoingRequest, ResponsePropagator } from './options'
export { recordError, requestState, type ServerRequestState, setRoute } from './server-request'
