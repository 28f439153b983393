// `--bisect`: the first commit with which Heddle became dearer. The build of an older commit and
// that of a newer one run beside each other, in turns, so that neither the machine nor a peer is in
// the comparison.
import { medianInterval, pairedShares } from '../measuring/paired.mjs'
import { report } from '../pages/progress.mjs'
import { buildAt, removeBuilds } from './build.mjs'
import { candidatesSince, shown } from './commits.mjs'

/** What the newest build has to cost more than the oldest, for a search to make sense. */
const LEAST_TIMES = 1.5

/**
 * @param {string} since - the commit at which the cost was good
 * @param {{ ours: string, yardstick: string, measure: (builds: object, asked: readonly string[]) =>
 *   Promise<object[]> }} comparison - `measure` gives the rows of a run with these builds of `ours`
 * @returns {Promise<string>} what was found, for the report
 */
export async function bisect(since, { ours, yardstick, measure }) {
  const candidates = candidatesSince(since)
  if (candidates.length === 0) return `no commit since ${since} can have changed the packages`
  report(`${candidates.length} commits since ${shown(since)}`)
  const timesOf = async (commit) => {
    const builds = { 'heddle-before': { of: ours, heddleFolder: buildAt(since) } }
    builds['heddle-after'] = { of: ours, heddleFolder: buildAt(commit) }
    const rows = await measure(builds, [yardstick, ...Object.keys(builds)])
    const costs = ['heddle-after', 'heddle-before', yardstick].map(
      (name) => rows.find((row) => row.name === name).costs,
    )
    const times = medianInterval(pairedShares(...costs))
    const [median, low, high] = [times.median, times.low, times.high].map((each) => each.toFixed(2))
    report(`${shown(commit)}: ${median} times as dear (${low} to ${high})`)
    return times
  }
  // Those of a run that was interrupted.
  removeBuilds()
  try {
    const newest = await timesOf(candidates.at(-1))
    if (newest.low < LEAST_TIMES) {
      return `${ours} is not clearly dearer at HEAD than at ${since}: it is the machine, a peer, or what is not committed`
    }
    // Half of the way, as a factor: what lies between came with other commits.
    const limit = Math.sqrt(newest.median)
    const isDearer = async (commit) => (await timesOf(commit)).median > limit
    return `the first commit with which ${ours} is dearer: ${shown(await firstOf(candidates, isDearer))}`
  } finally {
    removeBuilds()
  }
}

/**
 * The first element for which the predicate holds, by halves. It holds for the last one, and for
 * all after the first.
 */
export async function firstOf(elements, holds) {
  let [from, to] = [0, elements.length - 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (await holds(elements[middle])) to = middle
    else from = middle + 1
  }
  return elements[to]
}
