// What the scenarios that call a library have in common.
import { measureRounds } from './rounds.mjs'

/**
 * @param {{ title: string, id: string, unit: string, baseline?: string, count: number, rate?: number, warmup?: number,
 *   contenders: Record<string, import('./rounds.mjs').Contender>, perItem?: Record<string, number> }} definition
 */
export function workScenario({ title, unit, baseline, rate, warmup = 20_000, ...work }) {
  return {
    title,
    unit,
    baseline,
    measure: (bench) =>
      measureRounds(bench, {
        ...work,
        warmup,
        // In bursts that every queue can take.
        run: ({ child }, count, isWarmup) =>
          child.send({ command: 'run', count, ...(isWarmup ? { rate: rate ?? 5_000 } : { rate }) }),
      }),
  }
}
