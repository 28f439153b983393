// Whether a quick run shows that Heddle has become grossly dearer than the committed results say. A
// busy machine must not fail the run, and moves a single ratio by half. So a scenario fails only if
// Heddle's share of the peer's cost is far higher against every peer of that scenario; and
// `run.mjs` measures the scenario a second time, in several processes, before it fails: one process
// was twice as dear for all of its life.
import { goals, part, ratioOf } from './goals.mjs'

/**
 * A share has to grow by this part of the peer's cost at least: where Heddle costs nearly nothing,
 * three times as much is still noise.
 */
const LEAST_GROWTH = 0.2
const GROSSLY = 2.5

/**
 * @param {string} scenario
 * @param {{ results: object, major: string }} measured - the results of this run
 * @param {{ results: object, major: string }} committed - the results that they are compared with
 * @returns {{ isGross: boolean, lines: string[] }} a line for each comparison; not gross if there
 *   is none
 */
export function regressionOf(scenario, measured, committed) {
  const compared = goals
    .filter((goal) => goal.guards && goal.scenario === scenario)
    .map((goal) => ({
      goal,
      now: ratioOf(measured.results, goal, measured.major),
      before: ratioOf(committed.results, goal, committed.major),
    }))
    .filter(({ now, before }) => now !== undefined && before !== undefined)
  // A contender of ours is grossly dearer only if it is so against every peer.
  const ours = [...new Set(compared.map(({ goal }) => goal.ours))]
  const isGross = ours.some((name) => compared.filter(({ goal }) => goal.ours === name).every(isGrossly))
  return { isGross, lines: compared.map(lineOf) }
}

const isGrossly = ({ now, before }) => 1 / now > Math.max(GROSSLY / before, 1 / before + LEAST_GROWTH)

const lineOf = ({ goal, now, before }) =>
  `${goal.scenario}: ${goal.ours} costs ${part(now)} of ${goal.theirs}, and did ${part(before)}`

/**
 * The Node line with committed results that is nearest to the given one; the newer if two are as
 * near.
 */
export function nearestMajor(committed, major) {
  const majors = [...new Set(Object.keys(committed).map((key) => Number(key.split('@')[1])))]
  const distance = (each) => Math.abs(each - Number(major))
  const [nearest] = majors.toSorted((a, b) => distance(a) - distance(b) || b - a)
  return nearest === undefined ? undefined : String(nearest)
}
