export { ExpressInstrumentation, type ExpressInstrumentationOptions } from './express-instrumentation'
