// One scenario on one Node line, within a limited time.
import { endChildren, startChild } from '../processes/child.mjs'

/**
 * Twice the time of the longest scenario. A contender that hangs must not hold up the scenarios
 * after it.
 */
const LIMIT_MS = 10 * 60_000

/**
 * @param {{ measure: (bench: object) => Promise<object[]>, baseline?: string }} scenario
 * @param {object} bench - paths, the number of rounds, the `asked` contenders, and `onLeftOut`,
 *   which is called for each contender that could not do the work
 */
export async function measureScenario(scenario, { asked, onLeftOut, ...bench }) {
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    endChildren()
  }, LIMIT_MS)
  try {
    const load = await startChild(new URL('../processes/load.mjs', import.meta.url), { name: 'load' })
    return await scenario.measure({
      ...bench,
      load,
      includes: (contender, { fromNode = 0 }) => bench.major >= fromNode && (asked?.includes(contender) ?? true),
      /** A peer may be missing from the table; the baseline and Heddle may not. */
      leaveOut(contender, error) {
        if (isLate || contender === scenario.baseline || contender.startsWith('heddle')) throw error
        onLeftOut(contender, error)
      },
    })
  } catch (error) {
    throw isLate ? new Error(`it was not done after ${LIMIT_MS / 60_000} minutes`, { cause: error }) : error
  } finally {
    clearTimeout(limit)
    endChildren()
  }
}
