// The stock SDK by hand and instrumentation-pino: the leanest way to get pino's lines out with it.
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino'
import { startSdk } from './sdk.mjs'

await startSdk()
registerInstrumentations({ instrumentations: [new PinoInstrumentation()] })
