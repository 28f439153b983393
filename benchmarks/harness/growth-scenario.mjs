// What the scenarios have in common that ask whether a cost grows: the same load at several points, each with its own bare row.
import { measureRequests } from './request-scenario.mjs'

/**
 * @param {{ title: string, id: string, points: readonly object[], only: readonly string[] }} definition - each point names itself and says
 *   how its load differs
 */
export function growthScenario({ title, points, ...definition }) {
  return {
    title,
    unit: 'µs of CPU a request',
    baseline: 'bare',
    async measure(bench) {
      const rows = []
      for (const { label, ...point } of points) {
        const measured = await measureRequests(bench, { ...definition, ...point })
        rows.push(...measured.map((row) => at(row, label)))
      }
      return rows
    },
  }
}

/** A row that is compared within its own point. */
function at(row, label) {
  return { ...row, name: `${row.name}, ${label}`, baseline: `bare, ${label}`, reference: `heddle, ${label}` }
}
