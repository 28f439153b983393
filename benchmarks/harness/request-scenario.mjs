// What the scenarios that send requests have in common.
import { contenders } from '../contenders/requests.mjs'
import { measureRounds } from './rounds.mjs'

/**
 * @param {{ title: string, id: string, app: string, path: string, count: number, rate?: number, connections?: number,
 *   warmup?: number, perItem: Record<string, number>, env?: Record<string, string>, only?: readonly string[] }} definition
 */
export function requestScenario({ title, ...definition }) {
  return {
    title,
    unit: 'µs of CPU a request',
    baseline: 'bare',
    measure: (bench) => measureRequests(bench, definition),
  }
}

export async function measureRequests(bench, { path, rate, only, connections = 32, warmup = 20_000, ...work }) {
  const chosen = Object.entries(contenders).filter(([name]) => only?.includes(name) ?? true)
  return measureRounds(bench, {
    ...work,
    contenders: Object.fromEntries(chosen),
    warmup,
    async run(subject, requests, isWarmup) {
      subject.port ??= await subject.child.send({ command: 'port' })
      // The warm-up is as fast as the server allows.
      return bench.load.send({ port: subject.port, path, requests, connections, rate: isWarmup ? undefined : rate })
    },
  })
}
