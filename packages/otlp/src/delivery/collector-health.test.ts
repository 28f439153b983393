import type { SendOutcome } from '../send/sender'
import { CollectorHealth } from './collector-health'

const DELIVERED: SendOutcome = { kind: 'delivered' }
const REFUSED: SendOutcome = { kind: 'retry', message: 'ECONNREFUSED', unreached: true }
const FAILED: SendOutcome = { kind: 'retry', message: 'HTTP 503' }

let health: CollectorHealth

beforeEach(() => {
  jest.useFakeTimers()
  health = new CollectorHealth()
})
afterEach(() => {
  jest.useRealTimers()
})

const attempt = (outcome: SendOutcome) => health.beginAttempt()(outcome)

test('refuses from the first refusal on until another outcome', () => {
  expect({ isRefusing: health.isRefusing, refusedMs: health.refusedMs }).toEqual({ isRefusing: false, refusedMs: 0 })
  attempt(REFUSED)
  jest.advanceTimersByTime(100)
  attempt(REFUSED)
  jest.advanceTimersByTime(50)
  expect({ isRefusing: health.isRefusing, refusedMs: health.refusedMs }).toEqual({ isRefusing: true, refusedMs: 150 })
  attempt(FAILED)
  expect({ isRefusing: health.isRefusing, refusedMs: health.refusedMs }).toEqual({ isRefusing: false, refusedMs: 0 })
})

test('the next attempt is due when it was postponed to, or at once after an answer', () => {
  health.postpone(1_000)
  health.postponeAtLeast(500)
  expect(health.notBefore).toBe(performance.now() + 1_000)
  attempt(FAILED)
  expect(health.notBefore).toBe(performance.now() + 1_000)
  attempt(DELIVERED)
  expect(health.notBefore).toBe(0)
})

test('usual is the slowest answer of late, and what is no answer does not count', () => {
  health.ended(DELIVERED, 1_000)
  health.ended(FAILED, 60_000)
  expect(health.usualMs).toBe(1_000)
  health.ended(DELIVERED, 10)
  expect(health.usualMs).toBe(900)
})

test('recovers once for each failure', () => {
  expect(health.recover()).toBe(false)
  health.fail()
  expect(health.isFailing).toBe(true)
  expect(health.recover()).toBe(true)
  expect({ isFailing: health.isFailing, again: health.recover() }).toEqual({ isFailing: false, again: false })
})
