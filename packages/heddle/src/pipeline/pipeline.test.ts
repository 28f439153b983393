import { pipelineOf } from './fixtures/pipeline-of'

test('what is sampled out is in the ledger, and is nothing to flush for before the process exits', async () => {
  const pipeline = pipelineOf({ sampler: 0 })
  pipeline.providers.tracerProvider.getTracer('test').startSpan('a').end()
  expect(pipeline.ledger().traces).toMatchObject({ created: 1, sampledOut: 1 })
  expect(pipeline.activity()).toBe(0)
  pipeline.providers.loggerProvider.getLogger('test').emit({ body: 'a' })
  expect(pipeline.activity()).toBe(1)
  await pipeline.shutdown(0)
})
