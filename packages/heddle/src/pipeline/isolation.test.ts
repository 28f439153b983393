import { ROOT_CONTEXT, SamplingDecision, SpanKind } from '@opentelemetry/api'
import { allWithin, reportFailure } from './deadline'
import { isolatedLogRecordProcessor, isolatedSampler, isolatedSpanProcessor } from './isolation'

const fails = () => {
  throw new Error('mine')
}

test('a processor that throws throws neither into the app nor at those behind it', async () => {
  const span = isolatedSpanProcessor({ onStart: fails, onEnd: fails, forceFlush: fails, shutdown: fails })
  expect(() => span.onStart({} as never, ROOT_CONTEXT)).not.toThrow()
  expect(() => span.onEnd({} as never)).not.toThrow()
  await expect(span.forceFlush()).rejects.toThrow('mine')
  const log = isolatedLogRecordProcessor({ onEmit: fails, forceFlush: fails, shutdown: fails })
  expect(() => log.onEmit({} as never)).not.toThrow()
})

test('what a processor may have beside these is there if it is, and isolated too', () => {
  const parts = { onStart: fails, onEnd: fails, onEmit: fails, forceFlush: fails, shutdown: fails }
  expect(isolatedSpanProcessor(parts).onEnding).toBeUndefined()
  expect(isolatedLogRecordProcessor(parts).enabled).toBeUndefined()
  const query = { context: ROOT_CONTEXT, instrumentationScope: { name: 'mine' } }
  const onEnding = jest.fn(fails)
  const span = {}
  expect(() => isolatedSpanProcessor({ ...parts, onEnding }).onEnding?.(span as never)).not.toThrow()
  expect(onEnding).toHaveBeenCalledWith(span)
  const answers = [() => true, () => false, fails].map((enabled) =>
    isolatedLogRecordProcessor({ ...parts, enabled }).enabled?.(query),
  )
  expect(answers).toEqual([true, false, true])
})

test('a sampler that throws keeps the span and throws nothing into the app', () => {
  const sampler = isolatedSampler({ shouldSample: fails, toString: () => 'mine' })
  const { decision } = sampler.shouldSample(ROOT_CONTEXT, 'a'.repeat(32), 'work', SpanKind.INTERNAL, {}, [])
  expect(decision).toBe(SamplingDecision.RECORD_AND_SAMPLED)
})

test('reportFailure never rejects', async () => {
  await expect(reportFailure('a flush', fails)).resolves.toBeUndefined()
  await expect(reportFailure('a flush', () => Promise.reject(new Error('later')))).resolves.toBeUndefined()
})

test.each([Number.POSITIVE_INFINITY, 2 ** 31, 3_000_000_000])(
  'a deadline of %p is far away, not at once',
  async (timeoutMs) => {
    let isDone = false
    const work = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => {
      isDone = true
    })
    await allWithin(timeoutMs, [work])
    expect(isDone).toBe(true)
  },
)
