// A row of the results, made of a contender's rounds.
import { arrivedShare, expectedOf } from './delivery.mjs'

const COUNTED = ['server', 'client', 'internal', 'logs', 'logsWithIds']

export function rowOf({ name, contender, rounds, rssMiB }, perItem) {
  const costs = rounds.map(({ cost }) => cost)
  const count = rounds.reduce((sum, round) => sum + round.count, 0)
  const arrived = (key) => rounds.reduce((sum, { delivered }) => sum + (delivered[key] ?? 0), 0) / count
  const expected = expectedOf(contender, perItem, 1)
  const keys = contender.delivers.length > 0 ? COUNTED : []
  const perArrived = rounds.map((round) => round.cost / shareOf(round, expected)).filter(Number.isFinite)
  return {
    name,
    what: contender.what,
    cost: Math.min(...costs),
    median: costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)],
    // A dropped item costs nothing: `perArrived` is the cost of those that came through.
    perArrived: perArrived.length > 0 ? Math.min(...perArrived) : undefined,
    rounds: rounds.length,
    rssMiB,
    arrived: Object.fromEntries(keys.map((key) => [key, arrived(key)]).filter(([, each]) => each > 0)),
    lost: Object.fromEntries(
      Object.entries(expected)
        .map(([key, each]) => [key, 1 - arrived(key) / each])
        .filter(([, share]) => Math.abs(share) > 1e-9),
    ),
    outcomes: rounds.map(({ outcome }) => outcome),
  }
}

const shareOf = ({ count, delivered }, each) => {
  const expected = Object.fromEntries(Object.entries(each).map(([key, value]) => [key, value * count]))
  return arrivedShare(expected, delivered)
}
