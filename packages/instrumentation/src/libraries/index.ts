export type { CallOptions } from './calls'
export { LIBRARIES, type LibraryName } from './libraries'
export type { Library } from './library'
export { LibraryInstrumentation, type LibraryInstrumentationOptions } from './library-instrumentation'
