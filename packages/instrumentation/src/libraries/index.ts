export { LIBRARIES, type LibraryName } from './libraries'
export { LibraryInstrumentation, type LibraryInstrumentationOptions } from './library-instrumentation'
