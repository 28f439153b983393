// Whether a quick run shows that we have become grossly dearer than the committed results say. It must not fail because the machine is
// busy, and a busy machine moves a single ratio by half. So a scenario fails only if our share of the peer's cost is far higher against
// every peer that it is compared with; and `run.mjs` measures it a second time, in several processes, before it fails: a process was once seen that was
// twice as dear for all of its life.
import { goals, part, ratioOf } from './goals.mjs'

/** The part of the peer's cost by which a share has to grow at least: where we cost nearly nothing, three times as much is still noise. */
const leastGrowth = 0.2
const grossly = 2.5

/**
 * @param {string} scenario
 * @param {{ results: object, major: string }} measured - what was measured now
 * @param {{ results: object, major: string }} committed - and what it is compared with
 * @returns {{ isGross: boolean, lines: string[] }} a line for each comparison; not gross where there is nothing to compare with
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
  // Ours against theirs, for each of ours: gross only if every peer says so.
  const ours = [...new Set(compared.map(({ goal }) => goal.ours))]
  const isGross = ours.some((name) => compared.filter(({ goal }) => goal.ours === name).every(isGrossly))
  return { isGross, lines: compared.map(lineOf) }
}

const isGrossly = ({ now, before }) => 1 / now > Math.max(grossly / before, 1 / before + leastGrowth)

const lineOf = ({ goal, now, before }) =>
  `${goal.scenario}: ${goal.ours} costs ${part(now)} of ${goal.theirs}, and did ${part(before)}`

/** The Node line with committed results that is nearest to the given one; of two, the newer. */
export function nearestMajor(committed, major) {
  const majors = [...new Set(Object.keys(committed).map((key) => Number(key.split('@')[1])))]
  const distance = (each) => Math.abs(each - Number(major))
  const [nearest] = majors.toSorted((a, b) => distance(a) - distance(b) || b - a)
  return nearest === undefined ? undefined : String(nearest)
}
