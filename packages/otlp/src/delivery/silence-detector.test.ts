import { CollectorHealth } from './collector-health'
import { SilenceDetector } from './silence-detector'

const onSilence = jest.fn()
let silence: SilenceDetector

beforeEach(() => {
  jest.useFakeTimers()
  onSilence.mockClear()
  silence = new SilenceDetector(new CollectorHealth(), onSilence)
})
afterEach(() => {
  jest.useRealTimers()
})

/** An answer that takes so long. */
function answer(ms: number): void {
  const end = silence.begin()
  jest.advanceTimersByTime(ms)
  end({ kind: 'delivered' })
}

test('two seconds without an end of anything are silence, and each two seconds after', () => {
  silence.begin()
  jest.advanceTimersByTime(1_999)
  expect(onSilence).not.toHaveBeenCalled()
  jest.advanceTimersByTime(101)
  expect(onSilence).toHaveBeenCalledTimes(1)
  jest.advanceTimersByTime(10_500)
  expect(onSilence).toHaveBeenCalledTimes(6)
})

test('while nothing is on its way there is no silence', () => {
  answer(100)
  jest.advanceTimersByTime(60_000)
  expect(onSilence).not.toHaveBeenCalled()
  expect(jest.getTimerCount()).toBe(0)
})

test('whoever is usually slow is given twice as long', () => {
  answer(5_000)
  onSilence.mockClear()
  silence.begin()
  jest.advanceTimersByTime(9_900)
  expect(onSilence).not.toHaveBeenCalled()
  jest.advanceTimersByTime(300)
  expect(onSilence).toHaveBeenCalledTimes(1)
})

test('that is forgotten when answers have been quick for a while', () => {
  answer(5_000)
  onSilence.mockClear()
  for (let i = 0; i < 20; i++) answer(10)
  silence.begin()
  jest.advanceTimersByTime(2_200)
  expect(onSilence).toHaveBeenCalledTimes(1)
})

test('an end of anything is a sign of life', () => {
  silence.begin()
  for (let i = 0; i < 10; i++) answer(1_500)
  expect(onSilence).not.toHaveBeenCalled()
})

test('what has come while the app blocked the event loop is no silence', () => {
  const end = silence.begin()
  // The timer is due first, and only then the answer is read that has long been there.
  jest.advanceTimersByTime(2_000)
  end({ kind: 'delivered' })
  jest.advanceTimersByTime(60_000)
  expect(onSilence).not.toHaveBeenCalled()
})
