// The table that answers whether a request gets dearer: the first point of each growth scenario
// beside the last.
import { decimals, markdownTable } from './table.mjs'

export const growthScenarios = ['growth-open-requests', 'growth-uptime', 'growth-routes', 'growth-outage']

export function growthTable(results, majors) {
  const head = [
    'from → to',
    'contender',
    ...majors.flatMap((major) => [`added µs, Node ${major}`, `RSS MiB, Node ${major}`, `lost, Node ${major}`]),
  ]
  const rows = growthScenarios.flatMap((scenario) => {
    const measured = majors.map((major) => results[`${scenario}@${major}`]?.rows ?? [])
    const names = [...new Set(measured.flat().map(({ contender }) => contender))]
    return names
      .filter((name) => name !== undefined && name !== 'bare')
      .map((name) => [
        endsOf(measured.find((each) => each.length > 0)).join(' → '),
        name,
        ...measured.flatMap((each) => cellsOf(each, name)),
      ])
  })
  return rows.length === 0 ? '' : markdownTable(head, rows, 2)
}

/** The labels of the first point and the last. */
function endsOf(rows) {
  const points = rows.map(({ point }) => point)
  return [points[0], points.at(-1)]
}

function cellsOf(rows, name) {
  const at = (contender, point) => rows.find((row) => row.contender === contender && row.point === point)
  const rowsAtEnds = endsOf(rows).map((point) => [at(name, point), at('bare', point)])
  if (rowsAtEnds.flat().includes(undefined)) return ['', '', '']
  const added = rowsAtEnds.map(([row, bare]) => decimals(row.cost - bare.cost))
  const memory = rowsAtEnds.map(([row]) => row.rssMiB.toFixed(0))
  return [added.join(' → '), memory.join(' → '), rowsAtEnds.map(([row]) => lostOf(row)).join(' → ')]
}

/**
 * A dropped item costs nothing, so a cost that does not grow may be no merit: the table shows the
 * loss beside it.
 */
function lostOf({ lost, arrived }) {
  if (Object.keys(arrived).length === 0) return 'none arrived'
  const shares = Object.values(lost).map((share) => Math.max(0, share))
  return `${(Math.max(0, ...shares) * 100).toFixed(0)} %`
}
