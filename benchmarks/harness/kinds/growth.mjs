// What the scenarios have in common that ask whether a cost grows: the same processes at several points, one after the other. Where a
// point needs an environment of its own, it has processes of its own.
import { measureRequests } from './request.mjs'

/**
 * @param {{ title: string, id: string, points: readonly object[], only: readonly string[] }} definition - each point names itself and says
 *   how its load differs
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

/** A row that is compared within its own point. */
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
