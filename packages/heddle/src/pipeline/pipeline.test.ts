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

test.each([
  ['nobody', undefined, false],
  ['a processor that wants none', () => false, false],
  ['a processor that wants all', () => true, true],
])('without our own way out a log record is made for those who want it: %s', async (_, enabled, isMade) => {
  const onEmit = jest.fn()
  const none = async () => {}
  const logRecordProcessors = enabled === undefined ? [] : [{ onEmit, enabled, forceFlush: none, shutdown: none }]
  const pipeline = pipelineOf({ exporters: { logs: [] }, logRecordProcessors })
  pipeline.providers.loggerProvider.getLogger('test').emit({ body: 'a' })
  expect([onEmit.mock.calls.length, pipeline.activity()]).toEqual(isMade ? [1, 1] : [0, 0])
  await pipeline.shutdown(0)
})
