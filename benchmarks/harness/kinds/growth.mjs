// The scenarios that ask whether a cost grows: the same processes, measured at several points one
// after the other. A point that needs an environment of its own has processes of its own.
import { measureRequests } from './request.mjs'

/**
 * @param {{ title: string, id: string, points: readonly object[], only: readonly string[] }}
 *   definition - each point has a label and says how its load differs
 */
export function growthScenario({ title, points, ...definition }) {
  const groups = points.some(({ env }) => env !== undefined) ? points.map((point) => [point]) : [points]
  return {
    title,
    unit: 'µs of CPU a request',
    baseline: 'bare',
    async measure(bench) {
      const rows = []
      for (const group of groups) {
        const { env } = group[0]
        rows.push(...(await measureRequests(bench, { ...definition, ...(env && { env }), points: group })))
      }
      return rows.map(atItsPoint)
    },
  }
}

/** A row that the table compares with the rows of the same point. */
function atItsPoint({ point, ...row }) {
  return {
    ...row,
    contender: row.name,
    point,
    name: `${row.name}, ${point}`,
    baseline: `bare, ${point}`,
    reference: `heddle, ${point}`,
  }
}
