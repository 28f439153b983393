// The tables of the goals and what was reached: RESULTS.md's, and the README's short one.
import { goals, lostByOurs, part, ratioOf } from './goals.mjs'
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
    ...majors.flatMap((major) => [part(ratioOf(results, goal, major)), verdictOf(results, goal, major)]),
    limitsOf(goal, majors),
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
      ...majors.map((major) => `${part(ratioOf(results, goal, major))} ${verdictOf(results, goal, major)}`.trim()),
      limitsOf(goal, majors),
    ])
  return markdownTable(head, rows)
}

function measuredGoals(results, majors) {
  return goals.filter((goal) => majors.some((major) => ratioOf(results, goal, major) !== undefined))
}

/** ✓ or –; empty if the goal was not measured or has no limit. */
export function verdictOf(results, goal, major) {
  const ratio = ratioOf(results, goal, major)
  if (ratio === undefined || goal.atMost === undefined) return ''
  return ratio >= goal.atMost(major) && !lostByOurs(results, goal, major) ? '✓' : '–'
}

function limitsOf({ atMost }, majors) {
  return atMost === undefined ? '' : [...new Set(majors.map((major) => part(atMost(major))))].join(', ')
}
