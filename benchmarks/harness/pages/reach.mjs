// The tables of the goals and what was reached: RESULTS.md's, and the README's short one.
import { delayOf, goals, lostByOurs, milliseconds, part, percent, ratioOf, shareOf } from './goals.mjs'
import { markdownTable } from './table.mjs'

/** Empty if no scenario with a goal was measured. */
export function reachTable(results, majors) {
  const head = [
    'scenario',
    'what',
    'ours',
    'theirs',
    ...majors.flatMap((major) => [`Node ${major}`, `met, ${major}`]),
    'at most',
    'moonshot',
  ]
  const rows = measuredGoals(results, majors).map((goal) => [
    goal.scenario,
    goal.what,
    goal.ours,
    goal.theirs,
    ...majors.flatMap((major) => [shownOf(results, goal, major), verdictOf(results, goal, major)]),
    limitOf(goal),
    part(goal.moonshot),
  ])
  return rows.length === 0 ? '' : markdownTable(head, rows, 4)
}

/** One row for each goal that has words for the README. */
export function shortTable(results, majors) {
  const head = ['', ...majors.map((major) => `Node ${major}`), 'goal']
  const rows = measuredGoals(results, majors)
    .filter(({ says }) => says !== undefined)
    .map((goal) => [
      goal.says,
      ...majors.map((major) => `${shownOf(results, goal, major)} ${verdictOf(results, goal, major)}`.trim()),
      limitOf(goal),
    ])
  return markdownTable(head, rows)
}

function measuredGoals(results, majors) {
  return goals.filter((goal) => majors.some((major) => shownOf(results, goal, major) !== ''))
}

const shownOf = (results, goal, major) =>
  part(ratioOf(results, goal, major)) ||
  percent(shareOf(results, goal, major)) ||
  milliseconds(delayOf(results, goal, major))

/** ✓ or –; empty if the goal was not measured or has no limit. */
export function verdictOf(results, goal, major) {
  const isMet = meets(results, goal, major)
  if (isMet === undefined) return ''
  return isMet && !lostByOurs(results, goal, major) ? '✓' : '–'
}

function meets(results, goal, major) {
  const share = shareOf(results, goal, major)
  if (share !== undefined) return share <= goal.shareAtMost
  const delay = delayOf(results, goal, major)
  if (delay !== undefined) return delay <= goal.msAtMost
  const ratio = ratioOf(results, goal, major)
  return ratio === undefined || goal.atMost === undefined ? undefined : ratio >= goal.atMost
}

const limitOf = ({ atMost, shareAtMost, msAtMost }) => part(atMost) || percent(shareAtMost) || milliseconds(msAtMost)
