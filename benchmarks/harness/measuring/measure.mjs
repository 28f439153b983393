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
 * @returns {Promise<{ rows: object[], leftOut: Record<string, string> }>} the rows, and why a
 *   contender has none
 */
export async function measureScenario(scenario, { asked, onLeftOut, ...bench }) {
  const leftOut = {}
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    endChildren()
  }, LIMIT_MS)
  try {
    const load = await startChild(new URL('../processes/load.mjs', import.meta.url), { name: 'load' })
    const rows = await scenario.measure({
      ...bench,
      load,
      includes(contender, { fromNode = 0 }) {
        if (asked?.includes(contender) === false) return false
        if (bench.major < fromNode) leftOut[contender] = `it needs Node ${fromNode}`
        return bench.major >= fromNode
      },
      /** A peer may be missing from the table; the baseline and Heddle may not. */
      leaveOut(contender, error) {
        if (isLate || contender === scenario.baseline || contender.startsWith('heddle')) throw error
        leftOut[contender] = reasonOf(error)
        onLeftOut(contender, error)
      },
    })
    return { rows, leftOut }
  } catch (error) {
    throw isLate ? new Error(`it was not done after ${LIMIT_MS / 60_000} minutes`, { cause: error }) : error
  } finally {
    clearTimeout(limit)
    endChildren()
  }
}

/** The line of a child's output that names the error, without the stack around it. */
export function reasonOf({ message }) {
  const lines = message.split('\n').map((line) => line.trim())
  return (lines.find((line) => /^\w*Error\b.*: /.test(line)) ?? lines[0]).slice(0, 160)
}
