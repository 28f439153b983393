import type { Span } from '@opentelemetry/api'
import { requestState } from '../http/server/request-state'

const OPEN = Symbol('heddle.open-spans')

/** What we use of a response, of http/1, http/2 or an injected request. */
export interface ClosingResponse {
  once(event: 'close', listener: () => void): unknown
  [OPEN]?: Set<Span>
}

/**
 * The spans within a request that are to end with its response, if nothing has ended them before; whoever does takes them out.
 *
 * The request's own exchange ends them, at the time that it ends itself. Where there is none one listener serves them all: one for each
 * would soon look like a leak to Node.
 */
export function spansEndingWith(response: ClosingResponse): Set<Span> {
  const exchange = requestState(response)
  // One of another copy of this package, and of another version, may know of none.
  if (exchange !== undefined && 'openSpans' in exchange) {
    const spans = exchange.openSpans ?? new Set()
    // Nothing would end those that come after it has.
    if (!exchange.ended) exchange.openSpans = spans
    return spans
  }
  const known = response[OPEN]
  if (known !== undefined) return known
  const open = new Set<Span>()
  response[OPEN] = open
  response.once('close', () => {
    for (const span of [...open].reverse()) span.end()
    open.clear()
  })
  return open
}
