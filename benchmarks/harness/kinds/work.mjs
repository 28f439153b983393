// The scenarios that call a library.
import { measureRounds } from '../measuring/rounds.mjs'
import { KEPT_WARM } from '../processes/kept-warm.mjs'

/**
 * @param {{ title: string, id: string, unit: string, baseline?: string, count: number, rate?:
 *   number, warmup?: number, leadIn?: number, env?: Record<string, string>, maxRounds?: number,
 *   showsPerArrived?: boolean, describe?: (row: object) => string, perItem?: Record<string,
 *   number>, contenders: Record<string, import('../processes/subject.mjs').Contender> }} definition
 */
export function workScenario({ title, unit, baseline, rate, warmup = 20_000, describe, showsPerArrived, ...work }) {
  return {
    title,
    unit,
    baseline,
    showsPerArrived,
    async measure(bench) {
      const rows = await measureRounds(bench, {
        ...work,
        execArgv: KEPT_WARM,
        warmup,
        // The warm-up comes in bursts that fit into every contender's queue.
        run: ({ child }, count, isWarmup) =>
          child.send({ command: 'run', count, rate: isWarmup && work.perItem ? 10_000 : rate }),
      })
      return rows.map((row) => ({ ...row, extra: describe?.(row) }))
    },
  }
}
