import { formatTrace } from '../view/format-trace'
import { visible } from '../view/terminal-text'
import { buildTraces } from '../view/trace'
import type { ReceivedRequest } from './received'
import type { Store } from './store'

const maxTraces = 3
const maxRefusals = 5
const maxRowsPerTrace = 30

/** What a store has seen, for the reader of a failed wait: counts, the last refusals and the last traces. */
export function describeArrivals({ spans, logs, requests, evicted }: Store): string {
  const refused = requests.filter((request) => request.error !== undefined)
  const lines = [
    `${spans.length} spans and ${logs.length} log records are held, from ${requests.length} requests ` +
      `(${refused.length} refused, ${evicted} items evicted)`,
    ...refused.slice(-maxRefusals).map(describeRefusal),
  ]
  const traces = buildTraces(spans, logs)
  if (traces.length > maxTraces) lines.push(`the last ${maxTraces} of ${traces.length} traces:`)
  for (const trace of traces.slice(-maxTraces)) lines.push(formatTrace(trace, { maxRows: maxRowsPerTrace }))
  return lines.join('\n')
}

function describeRefusal({ path, protocol, headers, error }: ReceivedRequest): string {
  return visible(`refused ${path} (${protocol ?? headers['content-type'] ?? 'no content-type'}): ${error}`)
}
