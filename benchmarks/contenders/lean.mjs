// The leanest stock configuration that we know which sends one server span and one log record a request: the SDK by hand and two
// instrumentations. It has no routes: stock reads them in the framework's instrumentation.
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino'
import { startSdk } from './sdk.mjs'

await startSdk()
registerInstrumentations({ instrumentations: [new HttpInstrumentation(), new PinoInstrumentation()] })
