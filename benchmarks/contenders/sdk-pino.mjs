// The stock SDK by hand and instrumentation-pino: the leanest stock set-up that exports pino's
// lines.
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { PinoInstrumentation } from '@opentelemetry/instrumentation-pino'
import { startSdk } from './sdk.mjs'

await startSdk()
registerInstrumentations({ instrumentations: [new PinoInstrumentation()] })
