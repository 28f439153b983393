import { formatTrace } from '../view/format-trace'
import { visible } from '../view/terminal-text'
import { buildTraces } from '../view/trace'
import type { ReceivedRequest } from './received'
import type { Store } from './store'

const MAX_TRACES = 3
const MAX_REFUSALS = 5
const MAX_ROWS_PER_TRACE = 30

/**
 * Describes the store for the error of a failed wait: counts, the last refusals and the last
 * traces.
 */
export function describeArrivals({ spans, logs, requests, evicted }: Store): string {
  const refused = requests.filter((request) => request.error !== undefined)
  const lines = [
    `${spans.length} spans and ${logs.length} log records are held, from ${requests.length} requests ` +
      `(${refused.length} refused, ${evicted} items evicted)`,
    ...refused.slice(-MAX_REFUSALS).map(describeRefusal),
  ]
  const traces = buildTraces(spans, logs)
  if (traces.length > MAX_TRACES) lines.push(`the last ${MAX_TRACES} of ${traces.length} traces:`)
  for (const trace of traces.slice(-MAX_TRACES)) lines.push(formatTrace(trace, { maxRows: MAX_ROWS_PER_TRACE }))
  return lines.join('\n')
}

function describeRefusal({ path, protocol, headers, error }: ReceivedRequest): string {
  return visible(`refused ${path} (${protocol ?? headers['content-type'] ?? 'no content-type'}): ${error}`)
}
