// What a contender has to deliver, and the wait for it.
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * After so long a silence nothing more comes, and what is missing is lost. Every contender but Sentry (5 s) sends within one second of
 * having something (dd-trace within two), the sink acknowledges at once, and it never refuses while anything is expected: so nobody waits for a retry.
 */
const usualQuietMs = 2_500

/** What a contender claims to deliver for so many items. */
export function expectedOf({ delivers }, perItem = {}, count) {
  const claimed = Object.entries(perItem).filter(([name]) => delivers.includes(name === 'logs' ? 'logs' : 'spans'))
  return Object.fromEntries(claimed.map(([name, each]) => [name, each * count]))
}

/** Waits until all of it has arrived, or until nothing has for so long that the rest is lost. */
export async function drain(sink, expected, quietMs = usualQuietMs) {
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

/** The share of what was claimed that has arrived: 1 where nothing was claimed. */
export function arrivedShare(expected, arrived) {
  const sum = (counts) => Object.keys(expected).reduce((total, name) => total + (counts[name] ?? 0), 0)
  return Object.keys(expected).length === 0 ? 1 : sum(arrived) / sum(expected)
}
