export { FastifyInstrumentation, type FastifyInstrumentationOptions } from './fastify-instrumentation'
