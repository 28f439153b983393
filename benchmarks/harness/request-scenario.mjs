// What the request scenarios have in common: how they are measured, and what their rows say.
import { contenders } from '../contenders/index.mjs'
import { measureRequests } from './requests.mjs'

const connections = 32

/**
 * @param {Omit<Parameters<typeof measureRequests>[1], 'connections'> & { title: string }} definition
 */
export function requestScenario({ title, ...definition }) {
  return {
    title,
    unit: 'µs of CPU a request',
    contenders: Object.keys(contenders),
    async measure(bench) {
      const results = await measureRequests(bench, { connections, ...definition })
      return Object.entries(results).map(([name, result]) => ({
        name,
        what: contenders[name].what,
        cost: Math.min(...result.microsPerRequest),
        median: medianOf(result.microsPerRequest),
        rssMiB: result.rssMiB,
        perSecond: result.perSecond,
        ...deliveryOf(result, definition.perRequest, contenders[name].delivers),
      }))
    },
  }
}

function medianOf(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** What arrived, beside what was claimed. */
function deliveryOf({ delivered, expected }, perRequest, delivers) {
  const arrivals = {}
  const lost = {}
  for (const [name, count] of Object.entries(perRequest)) {
    if (!delivers.includes(name === 'logs' ? 'logs' : 'spans')) continue
    arrivals[name] = (delivered[name] ?? 0) / expected
    const missing = count * expected - (delivered[name] ?? 0)
    if (missing !== 0) lost[name] = missing / (count * expected)
  }
  if (delivered.internal > 0) arrivals.internal = delivered.internal / expected
  if (delivers.includes('logs')) arrivals['logs with ids'] = (delivered.logsWithIds ?? 0) / expected
  return { arrivals, lost }
}
