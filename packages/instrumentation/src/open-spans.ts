import type { Span } from '@opentelemetry/api'

const OPEN = Symbol('heddle.open-spans')

/** What we use of a response, of http/1, http/2 or an injected request. */
export interface ClosingResponse {
  once(event: 'close', listener: () => void): unknown
  [OPEN]?: Set<Span>
}

/**
 * The spans within a request that are to end with its response, if nothing has ended them before; whoever does takes them out.
 * One listener serves them all: one for each would soon look like a leak to Node.
 */
export function openSpans(response: ClosingResponse): Set<Span> {
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
