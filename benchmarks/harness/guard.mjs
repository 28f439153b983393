// `--quick`: fails if Heddle is grossly dearer than in the committed results, in two measurements
// out of two, and says where to look.
import { bisect } from './history/bisect.mjs'
import { commitsSince } from './history/commits.mjs'
import { comparedBy, goals } from './pages/goals.mjs'
import { report } from './pages/progress.mjs'
import { nearestMajor, regressionOf } from './pages/regressions.mjs'
import { committedResults } from './pages/results.mjs'

const SHOWN = 30
const guarded = goals.filter(({ guards }) => guards)

/** The scenarios that have goals which guard, and the contenders that these compare. */
export const guardedScenarios = [...new Set(guarded.map(({ scenario }) => scenario))]
export const guardedContenders = (name) => guarded.filter(({ scenario }) => scenario === name).flatMap(comparedBy)

/**
 * @param {object} run - `names` of the scenarios, `major` of the Node that measured them, what was
 *   `measured`, `again` to measure a scenario once more, `measureBuilds` to compare builds of
 *   Heddle, and whether to `bisects`
 * @returns {Promise<boolean>} whether nothing is grossly dearer
 */
export async function guard({ names, major, measured, again, measureBuilds, bisects, since }) {
  const committed = committedResults()
  const nearest = nearestMajor(committed, major)
  if (nearest !== major) report(`no committed results for Node ${major}: compared with those of Node ${nearest}`)
  const compare = (name) => regressionOf(name, { results: measured, major }, { results: committed, major: nearest })
  let isGood = true
  for (const name of names) {
    if (compare(name).dearer.length > 0) {
      report(`${name} looks dearer than in RESULTS.md: measured again, in four new processes of each`)
      for (const each of compare(name).lines) report(each)
      await again(name)
    }
    const { dearer, lines } = compare(name)
    for (const each of lines) report(each)
    if (dearer.length === 0) continue
    isGood = false
    report(`GROSSLY DEARER: ${name}: ${dearer.join(', ')}`)
    const commit = since ?? committed[`${name}@${nearest}`].measured.commit
    const isKnown = reportCommits(commit, { isAsked: since !== undefined })
    if (bisects && isKnown) report(await bisectScenario(name, dearer[0], commit, measureBuilds))
    else if (isKnown) report('npm run bench:quick -- --bisect finds the first commit that is dearer')
  }
  return isGood
}

/** @returns {boolean} whether this clone has the commit */
function reportCommits(commit, { isAsked }) {
  const commits = commitsSince(commit)
  if (commits === undefined) {
    report(`there is no commit ${commit} in this clone`)
    return false
  }
  report(`${isAsked ? 'compared from' : 'the results are of'} ${commit}; commits since that touched packages/:`)
  for (const line of commits.slice(0, SHOWN)) console.error(`  ${line}`)
  const more = commits.length - SHOWN
  if (more > 0) console.error(`  and ${more} more: git log --oneline ${commit}..HEAD -- packages`)
  return true
}

async function bisectScenario(name, ours, commit, measureBuilds) {
  const { what } = guarded.find((goal) => goal.scenario === name && goal.ours === ours)
  const [, , yardstick] = comparedBy({ what })
  return `${name}: ${await bisect(commit, { ours, yardstick, measure: (...builds) => measureBuilds(name, ...builds) })}`
}
