// The items that a contender has to deliver, and the wait for them.
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Items that have not arrived after so long a silence are lost. Every contender but Sentry (5 s)
 * sends an item within one second (dd-trace within two), the sink acknowledges at once, and the
 * sink refuses nothing while items are expected: no contender waits for a retry.
 */
const USUAL_QUIET_MS = 2_500

/** The items that a contender claims to deliver for `count` items of work. */
export function expectedOf({ delivers }, perItem = {}, count) {
  const claimed = Object.entries(perItem).filter(([name]) => delivers.includes(name === 'logs' ? 'logs' : 'spans'))
  return Object.fromEntries(claimed.map(([name, each]) => [name, each * count]))
}

/** Waits until all expected items have arrived, or until none has arrived for `quietMs`. */
export async function drain(sink, expected, quietMs = USUAL_QUIET_MS) {
  const arrived = {}
  let last = performance.now()
  const isMissing = () => Object.keys(expected).some((name) => (arrived[name] ?? 0) < expected[name])
  while (isMissing() && performance.now() - last < quietMs) {
    await sleep(50)
    const counts = await sink.send({ command: 'take' })
    if (counts.bytes > 0) last = performance.now()
    for (const [name, count] of Object.entries(counts)) arrived[name] = (arrived[name] ?? 0) + count
  }
  return arrived
}

/** The share of the expected items that have arrived; 1 if none are expected. */
export function arrivedShare(expected, arrived) {
  const sum = (counts) => Object.keys(expected).reduce((total, name) => total + (counts[name] ?? 0), 0)
  return Object.keys(expected).length === 0 ? 1 : sum(arrived) / sum(expected)
}
