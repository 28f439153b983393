import { requestIn, type ServerRequestState, withRequest } from '@heddle/instrumentation/http'
import {
  type Attributes,
  type Context,
  context,
  type Exception,
  INVALID_SPAN_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import type { InstrumentationName } from '../config/resolve'

/** The scope of the spans that Next.js makes by itself. */
export const NEXT = 'next.js'

/** Pages that Next renders in place of the one that was asked for. */
const ERROR_PAGES: ReadonlySet<unknown> = new Set(['/_not-found', '/_error', '/_global-error', '/404', '/500'])
/** What it says of a request, which the server span has by the stable conventions. */
const FACTS: ReadonlySet<string> = new Set([
  'http.status_code',
  'http.route',
  'next.route',
  'next.span_name',
  'next.rsc',
])
const API_ROUTE = 'executing api route (pages) '

/**
 * Open requests by the ids of their server spans. Next leaves its context between a middleware and the
 * page, and passes the ids on in the request's own headers.
 */
const requests = new Map<string, ServerRequestState>()

/**
 * Lets Next's own spans flow beneath the server span of their request, and keeps one span a hop: its
 * server and client spans are left out, the server span takes the route and the error, and what Next
 * does outside of any request is no span.
 *
 * @param own - the instrumentations of ours that are on
 */
export function tracerOfNext(tracer: Tracer, own: ReadonlySet<InstrumentationName>): Tracer {
  const start = (name: string, options: SpanOptions, parent: Context): Span | undefined => {
    if (options.kind === SpanKind.CLIENT && own.has('undici')) return undefined
    if (!own.has('http')) return tracer.startSpan(name, options, parent)
    const request = requestIn(parent)
    if (options.kind === SpanKind.SERVER && request !== undefined) return remember(request)
    if (options.kind !== SpanKind.SERVER && trace.getSpan(parent) === undefined) return undefined
    const span = tracer.startSpan(name, options, parent)
    return request === undefined ? span : tellRequest(request, span, name, options)
  }
  return {
    startSpan(name: string, options: SpanOptions = {}, parent = context.active()): Span {
      const within = withinRequest(parent)
      return start(name, options, within) ?? standIn(within)
    },
    startActiveSpan(name: string, ...rest: readonly unknown[]): unknown {
      const work = rest.at(-1) as (span: Span) => unknown
      const options = rest.length > 1 ? (rest[0] as SpanOptions) : {}
      const parent = withinRequest((rest.length > 2 ? (rest[1] as Context | undefined) : undefined) ?? context.active())
      const span = start(name, options, parent)
      const active = span === undefined ? parent : trace.setSpan(parent, span)
      return context.with(active, work, undefined, span ?? standIn(parent))
    },
  }
}

/** Where Next has left the context of a request it is found again by the ids. */
function withinRequest(parent: Context): Context {
  const span = trace.getSpanContext(parent)
  if (!span?.isRemote || requestIn(parent) !== undefined) return parent
  const request = requests.get(span.spanId)
  return request === undefined ? parent : withRequest(parent, request)
}

/** For a span that is left out: nothing that it is told goes anywhere. */
function standIn(parent: Context): Span {
  return trace.wrapSpanContext(trace.getSpanContext(parent) ?? INVALID_SPAN_CONTEXT)
}

/** Until the server span ends. */
function remember(request: ServerRequestState): undefined {
  const { span } = request
  const { spanId } = span.spanContext()
  if (request.ended || requests.has(spanId)) return undefined
  requests.set(spanId, request)
  const forget = { end: () => requests.delete(spanId) } as unknown as Span
  request.openSpans = (request.openSpans ?? new Set()).add(forget)
  takeFromNext(span)
  return undefined
}

/**
 * What Next tells its own server span it tells the span around that too: by conventions of before
 * 2023, and often when the response is over.
 */
function takeFromNext(span: Span): void {
  const { setAttribute, setAttributes, setStatus, updateName } = span
  span.setAttribute = (...given) => (span.isRecording() ? setAttribute.apply(span, given) : span)
  span.setAttributes = (given) => (span.isRecording() ? setAttributes.call(span, withoutThose(given)) : span)
  span.setStatus = (given) => (span.isRecording() ? setStatus.call(span, given) : span)
  span.updateName = (given) => (span.isRecording() ? updateName.call(span, given) : span)
}

function withoutThose(given: Attributes): Attributes {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !FACTS.has(name)))
}

/** An exception is the request's, as that of any other framework is, and the inner span has failed. */
function tellRequest(request: ServerRequestState, span: Span, name: string, options: SpanOptions): Span {
  const route = routeFrom(name, options)
  if (route !== undefined && !request.ended) request.route = route
  if (!span.isRecording()) return span
  const { recordException } = span
  span.recordException = (...given) => {
    if (request.ended) recordException.apply(span, given)
    else if (!isMissingPage(given[0])) request.error ??= given[0]
  }
  return span
}

/** Known before the page is rendered. Next's server span is told later, often after the response. */
function routeFrom(name: string, { attributes }: SpanOptions): string | undefined {
  const type = attributes?.['next.span_type']
  if (type === 'Node.runHandler' && name.startsWith(API_ROUTE)) return name.slice(API_ROUTE.length)
  const route = type === 'NextNodeServer.findPageComponents' ? attributes?.['next.route'] : undefined
  return typeof route === 'string' && !ERROR_PAGES.has(route) ? route : undefined
}

/** Next looks for error pages that the app need not have. */
function isMissingPage(exception: Exception): boolean {
  return (
    typeof exception === 'object' &&
    exception.code === 'ENOENT' &&
    /^Cannot find module for page: /.test(exception.message ?? '')
  )
}
