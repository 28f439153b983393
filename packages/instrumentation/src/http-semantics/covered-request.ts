import { type Context, context, createContextKey, INVALID_SPAN_CONTEXT, type Span, trace } from '@opentelemetry/api'

/** The span of a call that sends an HTTP request, which is to have no span of its own. */
interface Cover {
  readonly host: string
  readonly span: Span
  isTaken: boolean
}

const COVER = createContextKey('heddle.http.covered-request')

/**
 * A context whose first HTTP request to `host` belongs to the call that `span` is of: it carries the ids
 * of that span, and has none of its own. The others, such as those of a body that the app generates,
 * are traced as ever.
 *
 * @param host - an IPv6 address without brackets
 * @param span - of the call; where there is none, the request carries the ids of the active span
 */
export function coverRequest(caller: Context, host: string, span?: Span): Context {
  // A span that does not record, and may be ended with the request.
  const carried = trace.wrapSpanContext((span ?? trace.getSpan(caller))?.spanContext() ?? INVALID_SPAN_CONTEXT)
  return caller.setValue(COVER, { host, span: carried, isTaken: false } satisfies Cover)
}

/** What an HTTP request has in place of a span of its own, if the active context covers it. */
export function takeCover(host: string | undefined): Span | undefined {
  const cover = context.active().getValue(COVER) as Cover | undefined
  if (cover === undefined || cover.isTaken || cover.host !== host) return undefined
  cover.isTaken = true
  return cover.span
}
