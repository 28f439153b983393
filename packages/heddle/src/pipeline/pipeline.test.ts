import { emptyResource } from '@opentelemetry/resources'
import { resolve } from '../config/fixtures/resolve'
import type { HeddleOptions } from '../config/options'
import { Overlap } from './overlap'
import { createPipeline } from './pipeline'
import { createPropagation } from './propagation'

function pipelineOf(options: HeddleOptions) {
  const config = resolve({ export: { endpoint: 'http://127.0.0.1:9' }, ...options })
  return createPipeline(
    config,
    options,
    emptyResource(),
    createPropagation(config.propagation),
    undefined,
    new Overlap(config.instrumentations),
  )
}

test('what is sampled out is in the ledger, and is nothing to flush for before the process exits', async () => {
  const pipeline = pipelineOf({ sampler: 0 })
  pipeline.providers.tracerProvider.getTracer('test').startSpan('a').end()
  expect(pipeline.ledger().traces).toMatchObject({ created: 1, sampledOut: 1 })
  expect(pipeline.activity()).toBe(0)
  pipeline.providers.loggerProvider.getLogger('test').emit({ body: 'a' })
  expect(pipeline.activity()).toBe(1)
  await pipeline.shutdown(0)
})
