// With OWN the app registers contrib's instrumentation itself.
if (process.env.OWN) {
  const { DataloaderInstrumentation } = require('@opentelemetry/instrumentation-dataloader')
  require('@opentelemetry/instrumentation').registerInstrumentations({
    instrumentations: [new DataloaderInstrumentation()],
  })
}
const { trace } = require('@opentelemetry/api')
const DataLoader = require('dataloader')

const loader = new DataLoader(async (keys) => keys)
trace.getTracer('app').startActiveSpan('request', async (span) => {
  await loader.load(7)
  span.end()
})
