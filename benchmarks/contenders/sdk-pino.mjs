// The stock SDK by hand and instrumentation-pino: the leanest stock set-up that exports pino's
// lines.
import { startSdk } from './sdk.mjs'
import { ownLine } from './stock-line.mjs'

const { registerInstrumentations } = ownLine.require('@opentelemetry/instrumentation')
const { PinoInstrumentation } = ownLine.require('@opentelemetry/instrumentation-pino')

startSdk()
registerInstrumentations({ instrumentations: [new PinoInstrumentation()] })
