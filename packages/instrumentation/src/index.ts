export {
  type LazyInstrumentation,
  type LazyInstrumentationOptions,
  type LoadableInstrumentation,
  lazyInstrumentation,
} from './contrib/lazy-instrumentation'
export { ExpressInstrumentation, type ExpressInstrumentationOptions } from './express'
export { FastifyInstrumentation, type FastifyInstrumentationOptions } from './fastify'
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
