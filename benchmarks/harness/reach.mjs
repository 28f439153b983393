// The ratios that we want to reach, read from the results.

const requests = ['fastify', 'express']
const added = (field) => (result, name) => {
  const of = (wanted) => result.rows.find((row) => row.name === wanted)?.[field]
  return of(name) - of('bare')
}
const cost = (result, name) => result.rows.find((row) => row.name === name)?.cost
const limit = (major) => (Number(major) >= 22 ? 10 : 6)

/** Each goal: the scenario, what is compared of ours with what of theirs, and how many times less it should be. */
const goals = [
  ...requests.flatMap((scenario) => [
    { what: 'added CPU', scenario, ours: 'heddle', theirs: 'stock', value: added('cost'), atMost: limit },
    { what: 'added CPU', scenario, ours: 'heddle-grpc', theirs: 'stock-grpc', value: added('cost'), atMost: limit },
    { what: 'added CPU', scenario, ours: 'heddle', theirs: 'lean', value: added('cost'), atMost: () => 3, moonshot: 5 },
    { what: 'added CPU', scenario, ours: 'heddle', theirs: 'floor', value: added('cost'), moonshot: 0.5 },
    {
      what: 'added RSS',
      scenario,
      ours: 'heddle',
      theirs: 'stock',
      value: added('rssMiB'),
      atMost: () => 4,
      moonshot: 8,
    },
  ]),
  {
    what: 'CPU',
    scenario: 'log-steady',
    ours: 'heddle-grpc',
    theirs: 'sdk-logs-grpc',
    value: cost,
    atMost: () => 3,
    moonshot: 5,
  },
  { what: 'CPU', scenario: 'log-steady', ours: 'heddle', theirs: 'pino', value: cost, moonshot: 1 },
  {
    what: 'added CPU',
    scenario: 'pino-line',
    ours: 'heddle',
    theirs: 'pino-instrumentation',
    value: added('cost'),
    atMost: () => 4,
    moonshot: 8,
  },
  {
    what: 'added CPU',
    scenario: 'start-up',
    ours: 'heddle',
    theirs: 'stock',
    value: added('cost'),
    atMost: () => 15,
    moonshot: 30,
  },
]

/** How many times less it costs us, by goal and Node line: undefined where it was not measured. */
export function ratioOf(results, { scenario, ours, theirs, value }, major) {
  const result = results[`${scenario}@${major}`]
  if (result === undefined) return undefined
  const ratio = value(result, theirs) / value(result, ours)
  return Number.isFinite(ratio) ? ratio : undefined
}

export function reachTable(results, majors) {
  const head = ['scenario', 'what', 'ours', 'theirs', ...majors.map((major) => `Node ${major}`), 'at most', 'moonshot']
  const isMeasured = (goal) => majors.some((major) => ratioOf(results, goal, major) !== undefined)
  const rows = goals.filter(isMeasured).map((goal) => {
    const { scenario, what, ours, theirs, atMost, moonshot } = goal
    const ratios = majors.map((major) => part(ratioOf(results, goal, major)))
    const limits = atMost === undefined ? '' : [...new Set(majors.map((major) => part(atMost(major))))].join(', ')
    return [scenario, what, ours, theirs, ...ratios, limits, part(moonshot)]
  })
  const lines = [head, head.map((_, index) => (index < 4 ? '---' : '--:')), ...rows]
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

/** A tenth is written 1/10, twice as much 2 ×. */
function part(times) {
  if (times === undefined) return ''
  if (times <= 0) return 'within the noise'
  return times > 1 ? `1/${Number(times.toFixed(1))}` : `${(1 / times).toFixed(1)} ×`
}

/**
 * What has become grossly dearer than the committed results say: our share of the peer's cost has more than doubled, and by more than
 * a tenth of it.
 */
export function regressions(measured, committed, major) {
  return goals
    .filter(
      ({ theirs, what }) =>
        ['stock', 'lean', 'sdk-logs-grpc', 'pino-instrumentation'].includes(theirs) && what !== 'added RSS',
    )
    .map((goal) => ({ goal, ratio: ratioOf(measured, goal, major), before: ratioOf(committed, goal, major) }))
    .filter(({ ratio, before }) => isGross(ratio, before))
    .map(
      ({ goal, ratio, before }) =>
        `${goal.scenario}: ${goal.ours} costs ${part(ratio)} of ${goal.theirs}, and did ${part(before)}`,
    )
}

function isGross(ratio, before) {
  if (ratio === undefined || before === undefined) return false
  return 1 / ratio > Math.max(2 / before, 1 / before + 0.1)
}
