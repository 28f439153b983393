// The leanest stock configuration that we know of which sends one server span and one log record a
// request: the SDK by hand and two instrumentations. Its spans have no routes: stock reads a route
// in the framework's own instrumentation.
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino'
import { startSdk } from './sdk.mjs'

await startSdk()
registerInstrumentations({ instrumentations: [new HttpInstrumentation(), new PinoInstrumentation()] })
