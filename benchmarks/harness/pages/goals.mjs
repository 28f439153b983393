// The goals: each is a ratio within one scenario.

const rowOf = (result, name) => result.rows.find((row) => row.name === name)
const over = (yardstick, field) => (result, name) => rowOf(result, name)?.[field] - rowOf(result, yardstick)?.[field]
const added = (field) => over('bare', field)
const perArrived = (result, name) => rowOf(result, name)?.perArrived
const tenth = (major) => (Number(major) >= 22 ? 10 : 6)

/**
 * @typedef {object} Goal
 * @property {string} scenario
 * @property {string} what - what is compared
 * @property {string} [says] - its row in the README, which shows only the goals that have one
 * @property {string} ours - the contender of ours
 * @property {string} theirs - the contender that it is compared with
 * @property {(result: object, name: string) => number} value
 * @property {(major: string) => number} [atMost] - how many times less it should be
 * @property {number} [moonshot]
 * @property {boolean} [guards] - whether `--quick` looks at it
 */
const requestGoals = (scenario, framework) => {
  const request = { scenario, what: 'added CPU', value: added('cost') }
  return [
    {
      ...request,
      says: `${framework} request with one log line, added CPU, against stock`,
      ours: 'heddle',
      theirs: 'stock',
      atMost: tenth,
      guards: true,
    },
    { ...request, ours: 'heddle-grpc', theirs: 'stock-grpc', atMost: tenth },
    { ...request, ours: 'heddle', theirs: 'lean', atMost: () => 3, moonshot: 5, guards: true },
    { ...request, ours: 'heddle', theirs: 'floor', moonshot: 0.5 },
    {
      scenario,
      what: 'added RSS',
      ours: 'heddle',
      theirs: 'stock',
      value: added('rssMiB'),
      atMost: () => 4,
      moonshot: 8,
    },
  ]
}

const steady = { scenario: 'log-steady', what: 'CPU over the empty loop', value: over('empty', 'cost') }
const burst = { scenario: 'log-burst', what: 'CPU per record that arrived', value: perArrived }
const startUp = { scenario: 'start-up', what: 'added CPU', value: added('cost'), atMost: () => 15, moonshot: 30 }
const third = { atMost: () => 3, moonshot: 5 }

/** @type {readonly Goal[]} */
export const goals = [
  ...requestGoals('fastify', 'Fastify'),
  ...requestGoals('express', 'Express'),
  { ...steady, ...third, ours: 'heddle-grpc', theirs: 'sdk-logs-grpc', guards: true },
  {
    ...steady,
    ...third,
    says: 'Log record from the call to acknowledged OTLP, CPU, against sdk-logs, http/protobuf',
    ours: 'heddle',
    theirs: 'sdk-logs',
    guards: true,
  },
  { ...steady, ours: 'heddle', theirs: 'pino', moonshot: 1 },
  { ...burst, ...third, ours: 'heddle-grpc', theirs: 'sdk-logs-grpc' },
  {
    scenario: 'pino-line',
    what: 'added CPU',
    ours: 'heddle',
    theirs: 'pino-instrumentation',
    value: added('cost'),
    atMost: () => 4,
    moonshot: 8,
    guards: true,
  },
  { ...startUp, says: 'Start-up, added CPU, against stock', ours: 'heddle', theirs: 'stock' },
  { ...startUp, ours: 'heddle-require', theirs: 'stock' },
]

/**
 * How many times less it costs Heddle, by goal and Node line; undefined if either contender was not
 * measured.
 */
export function ratioOf(results, { scenario, ours, theirs, value }, major) {
  const result = results[`${scenario}@${major}`]
  if (result === undefined) return undefined
  const [own, other] = [value(result, ours), value(result, theirs)]
  // Heddle added nothing measurable, and the other contender did.
  if (own <= 0 && other > 0) return Infinity
  return Number.isFinite(other / own) && other > 0 ? other / own : undefined
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
