export { FetchInstrumentation, type FetchInstrumentationOptions, type OutgoingFetch } from './fetch'
export {
  HttpInstrumentation,
  type HttpInstrumentationOptions,
  type IncomingRequest,
  type OutgoingRequest,
  type ResponsePropagator,
  recordError,
  requestState,
  type ServerRequestState,
  setRoute,
} from './http'
export { onModuleCompiled, type PackageCopy } from './module-hook'
