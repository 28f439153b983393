export { FetchInstrumentation } from './fetch-instrumentation'
export type { FetchInstrumentationOptions, OutgoingFetch } from './options'
