export { isHostTarget, type PropagationTarget } from '../http-semantics/propagation-targets'
export { HttpInstrumentation } from './http-instrumentation'
export type { HttpInstrumentationOptions, IncomingRequest, OutgoingRequest, ResponsePropagator } from './options'
export {
  recordRequestError as recordError,
  requestIn,
  requestState,
  setRoute,
  withRequest,
} from './server/request-state'
export type { ServerRequestState } from './server/state'
