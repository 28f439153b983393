// The CPU that a piece of work costs each contender. All contenders of a run live at the same time
// and take turns: A B C A B C …

import { described, startSubject } from '../processes/subject.mjs'
import { drain, expectedOf } from './delivery.mjs'
import { saveProfile } from './profile.mjs'
import { rowOf } from './row.mjs'

/**
 * @typedef {object} Point - a stage through which the same processes go; it may change every field
 *   of the load
 * @property {string} [label]
 * @property {Record<string, number>} [perItem]
 * @property {number} [count]
 * @property {(subject: object, bench: object) => Promise<unknown>} [prepare]
 *
 * @typedef {object} Work
 * @property {string} id - part of the names of profiles and logs
 * @property {Record<string, import('../processes/subject.mjs').Contender>} contenders
 * @property {number} count - items in a round
 * @property {number} warmup - items before the first round
 * @property {number} [leadIn] - items before each round, delivered and not measured
 * @property {Record<string, number>} [perItem] - what has to arrive for each item, by the sink's
 *   names
 * @property {Record<string, string>} [env]
 * @property {string} [app]
 * @property {readonly string[]} [execArgv]
 * @property {(subject: object, count: number, isWarmup: boolean, point: Point) => Promise<{ done?:
 *   number }>} run
 * @property {readonly Point[]} [points] - one without a label, unless given
 * @property {number} [maxRounds] - the most rounds, and one process: for work that takes long
 * @property {boolean} [isAlone] - the contenders run one after another, each in a new process that
 *   has no pause: the processes take turns, not the rounds
 */

/**
 * @param {object} bench
 * @param {Work} work
 * @returns {Promise<object[]>} a row for each point and contender
 */
export async function measureRounds(bench, work) {
  const points = work.points ?? [{}]
  const results = Object.entries({ ...work.contenders, ...buildsOf(bench, work) })
    .filter(([name, contender]) => bench.includes(name, contender))
    .map(([name, contender]) => ({ name, contender: described(contender, bench) }))
  for (const result of results) result.points = points.map(() => ({ rounds: [], rssMiB: Infinity }))
  for (let process = 0; process < (work.maxRounds === undefined ? bench.processes : 1); process++) {
    const turn = process === 0 ? results : results.filter(isInEveryProcess)
    for (const group of work.isAlone ? turn.map((result) => [result]) : [turn]) {
      await measureOnce(bench, work, points, group)
    }
  }
  return points.flatMap((point, index) =>
    results
      .filter((result) => result.failed === undefined)
      .map(({ name, contender, points }) => ({
        ...rowOf({ name, contender, ...points[index] }, point.perItem ?? work.perItem),
        ...(point.label === undefined ? {} : { point: point.label }),
      })),
  )
}

/** Other builds of Heddle, each as a contender of its own. */
function buildsOf({ builds = {} }, { contenders }) {
  const entries = Object.entries(builds).map(([name, { of, heddleFolder }]) => [
    name,
    { ...contenders[of], heddleFolder, what: `${contenders[of].what}, another build` },
  ])
  return Object.fromEntries(entries)
}

const isInEveryProcess = ({ contender, failed }) => contender.maxRounds === undefined && failed === undefined

/** Starts all contenders, warms them up, and measures each point. */
async function measureOnce(bench, work, points, results) {
  const subjects = []
  // `run.mjs` reports a peer that cannot do the work, and leaves it out.
  const attempt = async (result, action) => {
    if (result.failed !== undefined) return
    try {
      await action()
    } catch (error) {
      result.failed = error
      bench.leaveOut(result.name, error)
    }
  }
  const each = async (action) => {
    for (const subject of subjects) await attempt(subject.result, () => action(subject))
  }
  try {
    for (const result of results) {
      await attempt(result, async () => subjects.push({ result, ...(await startSubject(bench, work, result)) }))
    }
    await each((subject) => oneRound(bench, work, subject, work.warmup, true, points[0]))
    for (const [index, point] of points.entries()) {
      await each((subject) => point.prepare?.(subject, bench))
      await measurePoint(bench, work, point, index, each)
    }
  } finally {
    for (const { stop } of subjects) await stop()
  }
}

async function measurePoint(bench, work, point, index, each) {
  const isProfiled = ({ result }) => bench.profiled.includes(result.name)
  await each((subject) => isProfiled(subject) && subject.child.send({ command: 'startProfile' }))
  for (let round = 0; round < Math.min(bench.rounds, work.maxRounds ?? Infinity); round++) {
    await each(async (subject) => {
      if (round >= (subject.contender.maxRounds ?? Infinity)) return
      const measured = await oneRound(bench, work, subject, roundOf(bench, point.count ?? work.count), false, point)
      subject.result.points[index].rounds.push(measured)
    })
  }
  await each(async (subject) => {
    if (!isProfiled(subject)) return
    saveProfile(bench, `${work.id}-${subject.name}`, await subject.child.send({ command: 'endProfile' }))
  })
  await each(async ({ child, result }) => {
    const { rssBytes } = await child.send({ command: 'usage' })
    const kept = result.points[index]
    kept.rssMiB = Math.min(kept.rssMiB, rssBytes / 2 ** 20)
  })
}

/** Brief rounds are half as long, and there are more of them. */
const roundOf = ({ isBrief }, count) => (isBrief ? count / 2 : count)

/**
 * One load, from its first item to its last acknowledgement. While the others had their turn, V8
 * has thrown away code of this process: a lead-in that is not measured compiles it again.
 */
async function oneRound(bench, work, subject, asked, isWarmup, point) {
  if (!isWarmup && !bench.isBrief && work.leadIn !== undefined) await oneLoad(work, subject, work.leadIn, false, point)
  return oneLoad(work, subject, asked, isWarmup, point)
}

async function oneLoad(work, subject, asked, isWarmup, point) {
  const { sink, child, contender } = subject
  await sink.send({ command: 'take' })
  const before = await child.send({ command: 'usage' })
  const outcome = await work.run(subject, asked, isWarmup, point)
  const count = outcome.done ?? asked
  const expected = expectedOf(contender, point.perItem ?? work.perItem, count)
  const delivered = await drain(sink, expected, contender.quietMs)
  const after = await child.send({ command: 'usage' })
  return { cost: (after.cpuMicros - before.cpuMicros) / count, count, delivered, outcome }
}
