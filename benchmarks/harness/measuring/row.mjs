// A row of the results, made of a contender's rounds.
import { arrivedShare, expectedOf } from './delivery.mjs'

const COUNTED = ['server', 'client', 'internal', 'logs', 'logsWithIds']

export function rowOf({ name, contender, rounds, rssMiB }, perItem) {
  const costs = rounds.map(({ cost }) => cost)
  const count = rounds.reduce((sum, round) => sum + round.count, 0)
  const arrived = (key) => rounds.reduce((sum, { delivered }) => sum + (delivered[key] ?? 0), 0) / count
  const expected = expectedOf(contender, perItem, 1)
  const keys = contender.delivers.length > 0 ? COUNTED : []
  const outcomes = rounds.map(({ outcome }) => outcome)
  const perArrived = rounds.map((round) => round.cost / shareOf(round, expected)).filter(Number.isFinite)
  return {
    name,
    what: contender.what,
    cost: Math.min(...costs),
    median: medianOf(costs),
    // A dropped item costs nothing: `perArrived` is the cost of those that came through.
    perArrived: perArrived.length > 0 ? Math.min(...perArrived) : undefined,
    rounds: rounds.length,
    rssMiB,
    ...speedOf(outcomes),
    arrived: Object.fromEntries(keys.map((key) => [key, arrived(key)]).filter(([, each]) => each > 0)),
    lost: Object.fromEntries(
      Object.entries(expected)
        .map(([key, each]) => [key, 1 - arrived(key) / each])
        .filter(([, share]) => Math.abs(share) > 1e-9),
    ),
    outcomes,
    costs,
  }
}

const medianOf = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Requests a second, and the time that one in a hundred takes longer than, where that was measured. */
function speedOf(outcomes) {
  const latencies = outcomes.map((outcome) => outcome?.p99Ms).filter(Number.isFinite)
  if (latencies.length === 0) return {}
  return { perSecond: medianOf(outcomes.map(({ done, seconds }) => done / seconds)), p99Ms: medianOf(latencies) }
}

const shareOf = ({ count, delivered }, each) => {
  const expected = Object.fromEntries(Object.entries(each).map(([key, value]) => [key, value * count]))
  return arrivedShare(expected, delivered)
}
