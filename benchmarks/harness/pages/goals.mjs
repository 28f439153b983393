// The goals of budget.json: each compares two contenders of one scenario.
import { readFileSync } from 'node:fs'
import { pairedShares } from '../measuring/paired.mjs'

const rowOf = (result, name) => result.rows.find((row) => row.name === name)
const over = (yardstick, field) => (result, name) => rowOf(result, name)?.[field] - rowOf(result, yardstick)?.[field]

/** The contender whose cost both have, by the name of what is compared. */
const YARDSTICKS = { 'added CPU': 'bare', 'CPU over the empty loop': 'empty' }

/** What is compared, by the name that it has in the budget. */
const VALUES = {
  'added RSS': over('bare', 'rssMiB'),
  ...Object.fromEntries(Object.entries(YARDSTICKS).map(([what, yardstick]) => [what, over(yardstick, 'cost')])),
  'CPU per record that arrived': (result, name) => rowOf(result, name)?.perArrived,
}

/** Shares of what the bare app does, by the name that they have in the budget. */
const SHARES = {
  'requests a second lost': (ours, bare) => 1 - ours.perSecond / bare.perSecond,
  '99th percentile of latency added': (ours, bare) => ours.p99Ms / bare.p99Ms - 1,
}

/** Milliseconds more than the bare app's, by the name that they have in the budget. */
const DELAYS = {
  'event-loop delay p99.9 added': (ours, bare) => ours.delay.p999Ms - bare.delay.p999Ms,
}

/**
 * @typedef {object} Goal
 * @property {string} scenario
 * @property {string} what - what is compared
 * @property {string} [says] - its row in the README, which shows only the goals that have one
 * @property {string} ours - the contender of ours
 * @property {string} theirs - the contender that it is compared with
 * @property {number} [atMost] - how many times less it should be
 * @property {number} [shareAtMost] - how large a share of the bare app's it may be
 * @property {number} [msAtMost] - how many milliseconds more than the bare app's it may be
 * @property {number} [moonshot]
 * @property {boolean} [guards] - whether `--quick` looks at it
 */

/** @type {readonly Goal[]} */
export const goals = JSON.parse(readFileSync(new URL('../../budget.json', import.meta.url), 'utf8'))

/**
 * How many times less it costs Heddle, by goal and Node line; undefined if either contender was not
 * measured.
 */
export function ratioOf(results, { scenario, what, ours, theirs }, major) {
  const result = results[`${scenario}@${major}`]
  const value = VALUES[what]
  if (result === undefined || value === undefined) return undefined
  const [own, other] = [value(result, ours), value(result, theirs)]
  // Heddle added nothing measurable, and the other contender did.
  if (own <= 0 && other > 0) return Infinity
  return Number.isFinite(other / own) && other > 0 ? other / own : undefined
}

/** The contenders that a goal of CPU compares: ours, theirs, and the yardstick of both. */
export const comparedBy = ({ what, ours, theirs }) => [ours, theirs, YARDSTICKS[what]]

/**
 * What ours costs as a share of theirs, round by round; empty if one of them was not measured.
 *
 * @param {Record<string, object>} results - with the costs of each round
 */
export function sharesOf(results, goal, major) {
  const result = results[`${goal.scenario}@${major}`]
  const costs = comparedBy(goal).map((name) => (result && rowOf(result, name)?.costs) ?? [])
  return pairedShares(...costs)
}

/** The share of the bare app's, by goal and Node line; undefined if it is none, or not measured. */
export const shareOf = (results, goal, major) => againstBare(results, goal, major, SHARES[goal.what])

/** Milliseconds beside the bare app's, in the same way. */
export const delayOf = (results, goal, major) => againstBare(results, goal, major, DELAYS[goal.what])

function againstBare(results, { scenario, ours, theirs }, major, compare) {
  const result = results[`${scenario}@${major}`]
  const [own, other] = [ours, theirs].map((name) => result && rowOf(result, name))
  if (compare === undefined || own === undefined || other === undefined) return undefined
  const value = compare(own, other)
  return Number.isFinite(value) ? value : undefined
}

/**
 * Whether our contender lost anything that it claims to deliver: a ratio counts only if everything
 * arrived.
 */
export function lostByOurs(results, { scenario, ours }, major) {
  const row = results[`${scenario}@${major}`]?.rows.find(({ name }) => name === ours)
  return Object.keys(row?.lost ?? {}).length > 0
}

/** A tenth is written 1/10, twice as much 2.0 ×. */
export function part(times) {
  if (times === undefined) return ''
  if (times === Infinity) return 'within the noise'
  return times > 1 ? `1/${Number(times.toFixed(1))}` : `${(1 / times).toFixed(1)} ×`
}

/** A quarter is written 25 %. */
export const percent = (share) => (share === undefined ? '' : `${Math.round(share * 100)} %`)

/** Two milliseconds are written 2 ms. */
export const milliseconds = (ms) => (ms === undefined ? '' : `${Number(ms.toFixed(1))} ms`)
