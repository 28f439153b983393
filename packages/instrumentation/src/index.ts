export {
  ExpressInstrumentation,
  ExpressInstrumentation,
  type ExpressInstrumentationOptions,
  type ExpressInstrumentationOptions,
} from './express'
export {
  FastifyInstrumentation,
  FastifyInstrumentation,
  type FastifyInstrumentationOptions,
  type FastifyInstrumentationOptions,
} from './fastify'
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
export {
  type LazyInstrumentation,
  LazyInstrumentation,
  type LazyInstrumentationOptions,
  type LazyInstrumentationOptions,
  type LoadableInstrumentation,
  type LoadableInstrumentation,
  lazyInstrumentation,
  lazyInstrumentation,
} from './lazy-instrumentation'
export { onModuleCompiled, type PackageCopy } from './module-hook'
