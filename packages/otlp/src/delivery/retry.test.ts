import type { Sender, SendOutcome } from '../send/sender'
import { CollectorHealth } from './collector-health'
import { RetryingSender, type RetryParts } from './retry'

const REQUEST = Buffer.from('request')
const DELIVERED: SendOutcome = { kind: 'delivered' }
const AGAIN: SendOutcome = { kind: 'retry', message: 'HTTP 503' }
const POLICY = { initialDelayMs: 100, maxDelayMs: 400, maxElapsedMs: 100_000 }

/** Answers from a list, then delivers. */
class ScriptedSender implements Sender {
  sent = 0
  closed = false
  readonly #outcomes: SendOutcome[]

  constructor(outcomes: SendOutcome[]) {
    this.#outcomes = outcomes
  }
  async send(): Promise<SendOutcome> {
    this.sent++
    return this.#outcomes.shift() ?? DELIVERED
  }
  close(): void {
    this.closed = true
  }
}

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

/** Every wait that sending takes, in milliseconds, when time passes only for these waits. */
async function waits(
  outcomes: SendOutcome[],
  policy = POLICY,
  random = () => 1,
): Promise<{ waited: number[]; outcome: SendOutcome }> {
  const next = new ScriptedSender(outcomes)
  const sender = new RetryingSender(next, policy, { random })
  const waited: number[] = []
  let outcome: SendOutcome | undefined
  void sender.send(REQUEST).then((result) => {
    outcome = result
  })
  for (;;) {
    await jest.advanceTimersByTimeAsync(0)
    if (outcome !== undefined) return { waited, outcome }
    const start = Date.now()
    await jest.advanceTimersToNextTimerAsync()
    waited.push(Date.now() - start)
  }
}

test('what is delivered or rejected is sent once', async () => {
  const rejected: SendOutcome = { kind: 'rejected', reason: 'rejected', message: 'HTTP 400' }
  const next = new ScriptedSender([rejected])
  const sender = new RetryingSender(next, POLICY)
  expect(await sender.send(REQUEST)).toBe(rejected)
  expect(await sender.send(REQUEST)).toBe(DELIVERED)
  expect(next.sent).toBe(2)
})

test('the wait doubles up to its ceiling', async () => {
  expect(await waits([AGAIN, AGAIN, AGAIN, AGAIN])).toEqual({ waited: [100, 200, 400, 400], outcome: DELIVERED })
})

test('the wait is jittered down to half', async () => {
  expect((await waits([AGAIN, AGAIN], POLICY, () => 0)).waited).toEqual([50, 100])
})

test('the larger of backoff and the word of the collector counts', async () => {
  expect(
    (
      await waits([
        { ...AGAIN, afterMs: 3_000 },
        { ...AGAIN, afterMs: 1 },
      ])
    ).waited,
  ).toEqual([3_000, 200])
})

test('the word of the collector is clamped to a minute', async () => {
  expect((await waits([{ ...AGAIN, afterMs: 1e15 }])).waited).toEqual([60_000])
})

test('a word of the collector that is no number does not matter', async () => {
  expect((await waits([{ ...AGAIN, afterMs: Number.NaN }])).waited).toEqual([100])
})

test('is given up after the longest elapsed time', async () => {
  const { waited, outcome } = await waits(Array(20).fill(AGAIN), { ...POLICY, maxElapsedMs: 1_000 })
  expect(waited).toEqual([100, 200, 400])
  expect(outcome).toEqual({ kind: 'rejected', reason: 'retry_exhausted', message: 'HTTP 503' })
})

test('wake tries at once', async () => {
  const next = new ScriptedSender([AGAIN])
  const sender = new RetryingSender(next, POLICY)
  const outcome = sender.send(REQUEST)
  await jest.advanceTimersByTimeAsync(0)
  sender.wake()
  expect(await outcome).toBe(DELIVERED)
})

test('after finish there is one attempt more, and no other', async () => {
  const next = new ScriptedSender([AGAIN, AGAIN, AGAIN])
  const sender = new RetryingSender(next, POLICY)
  const outcome = sender.send(REQUEST)
  await jest.advanceTimersByTimeAsync(0)
  sender.finish()
  expect(await outcome).toEqual({ kind: 'rejected', reason: 'shutdown', message: 'HTTP 503' })
  expect(next.sent).toBe(2)
})

test('after close nothing is sent', async () => {
  const next = new ScriptedSender([])
  const sender = new RetryingSender(next, POLICY)
  sender.close()
  expect(await sender.send(REQUEST)).toMatchObject({ kind: 'rejected', reason: 'shutdown' })
  expect(next).toMatchObject({ sent: 0, closed: true })
})

const REFUSED: SendOutcome = { kind: 'retry', message: 'ECONNREFUSED', unreached: true }

describe('while someone waits', () => {
  /** Milliseconds until they are told that nothing listens, and how often it was tried. */
  async function refusal(
    outcomes: SendOutcome[],
    parts: RetryParts = {},
  ): Promise<{ toldAfterMs?: number; sent: number }> {
    const next = new ScriptedSender(outcomes)
    const sender = new RetryingSender(next, { ...POLICY, initialDelayMs: 60_000, maxDelayMs: 60_000 }, parts)
    const start = Date.now()
    let toldAfterMs: number | undefined
    void sender.expedite().refused.then(() => {
      toldAfterMs = Date.now() - start
    })
    void sender.send(REQUEST)
    await jest.advanceTimersByTimeAsync(2_000)
    return { ...(toldAfterMs !== undefined && { toldAfterMs }), sent: next.sent }
  }

  test('and nothing listens, it is tried once more after a moment, and then they are told', async () => {
    expect(await refusal([REFUSED, REFUSED])).toEqual({ toldAfterMs: 200, sent: 2 })
  })

  test('and a collector was just being restarted, what they wait for is delivered', async () => {
    expect(await refusal([REFUSED])).toEqual({ sent: 2 })
  })

  test('and a collector is there but failing, the backoff is kept', async () => {
    expect(await refusal([AGAIN])).toEqual({ sent: 1 })
  })

  test('and there is an overflow with room, it is released to that at the first refusal', async () => {
    const next = new ScriptedSender([REFUSED])
    const sender = new RetryingSender(next, POLICY, { overflow: { hasRoom: true, isActive: false } })
    sender.expedite()
    expect(await sender.send(REQUEST)).toBe(REFUSED)
    expect(next.sent).toBe(1)
  })

  test('and someone else has found just now that nothing listens, it is released to the overflow untried', async () => {
    const health = new CollectorHealth()
    const overflow = { hasRoom: true, isActive: false }
    const next = new ScriptedSender([])
    const sender = new RetryingSender(next, POLICY, { overflow, health })
    sender.expedite()
    void new RetryingSender(new ScriptedSender([REFUSED]), POLICY, { health }).send(REQUEST)
    await jest.advanceTimersByTimeAsync(0)
    expect(await sender.send(REQUEST)).toMatchObject({ kind: 'retry', unreached: true })
    expect(next.sent).toBe(0)
  })

  test('and it was known before that nothing listens, they are told at once', async () => {
    const next = new ScriptedSender(Array(10).fill(REFUSED))
    const sender = new RetryingSender(next, { ...POLICY, initialDelayMs: 60_000, maxDelayMs: 60_000 })
    void sender.send(REQUEST)
    await jest.advanceTimersByTimeAsync(5_000)
    let isTold = false
    void sender.expedite().refused.then(() => {
      isTold = true
    })
    await jest.advanceTimersByTimeAsync(0)
    expect({ isTold, sent: next.sent }).toEqual({ isTold: true, sent: 2 })
  })
})

test('after finish, a collector that refuses is tried once more after a moment, for all that is sent together', async () => {
  const next = new ScriptedSender(Array(10).fill(REFUSED))
  const sender = new RetryingSender(next, POLICY)
  sender.finish()
  const first = sender.send(REQUEST)
  await jest.advanceTimersByTimeAsync(200)
  expect(await first).toEqual({ kind: 'rejected', reason: 'shutdown', message: 'ECONNREFUSED' })
  expect(await sender.send(REQUEST)).toMatchObject({ reason: 'shutdown' })
  expect(next.sent).toBe(3)
})

describe('with an overflow that has room', () => {
  test('the first retry is made here, and then it is released to the overflow', async () => {
    const next = new ScriptedSender([AGAIN, AGAIN])
    const sender = new RetryingSender(next, POLICY, { overflow: { hasRoom: true, isActive: false } })
    const outcome = sender.send(REQUEST)
    await jest.advanceTimersByTimeAsync(100)
    expect(await outcome).toBe(AGAIN)
    expect(next.sent).toBe(2)
  })

  test('the word of the collector counts there too', async () => {
    const health = new CollectorHealth()
    const next = new ScriptedSender([{ ...AGAIN, afterMs: 30_000 }])
    const overflow = { hasRoom: true, isActive: true }
    await new RetryingSender(next, POLICY, { overflow, health }).send(REQUEST)
    const there = new ScriptedSender([])
    void new RetryingSender(there, POLICY, { health }).send(REQUEST)
    await jest.advanceTimersByTimeAsync(29_900)
    expect(there.sent).toBe(0)
    await jest.advanceTimersByTimeAsync(200)
    expect(there.sent).toBe(1)
  })
})
