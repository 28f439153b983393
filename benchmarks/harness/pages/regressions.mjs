// Whether a quick run shows that Heddle has become grossly dearer than the committed results say. A
// busy machine must not fail the run. So the shares of the peer's cost are formed round by round,
// and a scenario fails only if the whole interval of their median lies far above the committed
// share, against every peer of that scenario; and `run.mjs` measures the scenario a second time, in
// several processes, before it fails: one process was twice as dear for all of its life.
import { medianInterval } from '../measuring/paired.mjs'
import { goals, part, ratioOf, sharesOf } from './goals.mjs'

/**
 * A share has to grow by this part of the peer's cost at least: where Heddle costs nearly nothing,
 * three times as much is still noise.
 */
const LEAST_GROWTH = 0.2
const GROSSLY = 2

/**
 * @param {string} scenario
 * @param {{ results: object, major: string }} measured - the results of this run, with the costs of
 *   each round
 * @param {{ results: object, major: string }} committed - the results that they are compared with
 * @returns {{ dearer: string[], lines: string[] }} the contenders of ours that are grossly dearer,
 *   and a line for each comparison
 */
export function regressionOf(scenario, measured, committed) {
  const compared = goals
    .filter((goal) => goal.guards && goal.scenario === scenario)
    .map((goal) => ({
      goal,
      shares: sharesOf(measured.results, goal, measured.major),
      before: ratioOf(committed.results, goal, committed.major),
    }))
    .filter(({ shares, before }) => shares.length > 0 && before !== undefined)
    .map((each) => ({ ...each, now: medianInterval(each.shares) }))
  // A contender of ours is grossly dearer only if it is so against every peer.
  const ours = [...new Set(compared.map(({ goal }) => goal.ours))]
  const dearer = ours.filter((name) => compared.filter(({ goal }) => goal.ours === name).every(isGrossly))
  return { dearer, lines: compared.map(lineOf) }
}

const isGrossly = ({ now, before }) => now.low > limitOf(before)

const limitOf = (before) => Math.max(GROSSLY / before, 1 / before + LEAST_GROWTH)

function lineOf({ goal, now, shares, before }) {
  const { low, median, high } = now
  const [from, to, share, limit] = [low, high, median, limitOf(before)].map((each) => each.toFixed(2))
  return `${goal.scenario}: ${goal.ours} costs ${share} of ${goal.theirs} (${from} to ${to}, ${shares.length} rounds), and did ${part(before)}; the limit is ${limit}`
}

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
