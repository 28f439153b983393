import type { Span } from '@opentelemetry/api'
import { requestState } from '../http/server/request-state'

const OPEN = Symbol('heddle.open-spans')

/** The part of a response (http/1, http/2 or an injected request's) that this module uses. */
export interface ClosingResponse {
  once(event: 'close', listener: () => void): unknown
  [OPEN]?: Set<Span>
}

/**
 * The spans within a request that end with its response, unless something ends them before and
 * removes them from the set.
 *
 * The request's exchange ends them, with its own end time. Without an exchange, one listener ends
 * all of them: one listener for each span would soon look like a leak to Node.
 */
export function spansEndingWith(response: ClosingResponse): Set<Span> {
  const exchange = requestState(response)
  // An exchange of another copy and version of this package may have no such set.
  if (exchange !== undefined && 'openSpans' in exchange) {
    const spans = exchange.openSpans ?? new Set()
    // After the exchange has ended, nothing would end later spans.
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
