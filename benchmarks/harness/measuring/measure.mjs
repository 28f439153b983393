// One scenario on one Node line, within a limited time.
import { endChildren, startChild } from '../processes/child.mjs'

/** Twice what the longest takes. A contender that hangs must not hold up all that comes after it. */
const limitMs = 10 * 60_000

/**
 * @param {{ measure: (bench: object) => Promise<object[]>, baseline?: string }} scenario
 * @param {object} bench - where things are, how many rounds, `asked` contenders, and `onLeftOut`, which is told who could not do it
 */
export async function measureScenario(scenario, { asked, onLeftOut, ...bench }) {
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    endChildren()
  }, limitMs)
  try {
    const load = await startChild(new URL('../processes/load.mjs', import.meta.url), { name: 'load' })
    return await scenario.measure({
      ...bench,
      load,
      includes: (contender, { fromNode = 0 }) => bench.major >= fromNode && (asked?.includes(contender) ?? true),
      /** A peer may be missing from the table. What it is measured against may not. */
      leaveOut(contender, error) {
        if (isLate || contender === scenario.baseline || contender.startsWith('heddle')) throw error
        onLeftOut(contender, error)
      },
    })
  } catch (error) {
    throw isLate ? new Error(`it was not done after ${limitMs / 60_000} minutes`, { cause: error }) : error
  } finally {
    clearTimeout(limit)
    endChildren()
  }
}
