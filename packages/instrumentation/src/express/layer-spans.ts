import { type Attributes, context, type Tracer, trace } from '@opentelemetry/api'
import { ATTR_HTTP_ROUTE } from '@opentelemetry/semantic-conventions'
import { strayedFrom } from '../http/server/request-state'
import { type ClosingResponse, spansEndingWith } from '../http-semantics/response-spans'
import { recordSpanError } from '../http-semantics/span-error'
import { isError, isRouter, type Layer, type Next, type RoutedRequest } from './layer'

type HandleRequest = (this: Layer, request: RoutedRequest, response: object, next: Next) => unknown

/**
 * Makes a span for each middleware, router and request handler, with the names and attributes of
 * `@opentelemetry/instrumentation-express`.
 */
export class LayerSpans {
  readonly #tracer: Tracer

  constructor(tracer: Tracer) {
    this.#tracer = tracer
  }

  /**
   * Runs a layer in its own span, which ends when the layer calls `next` or the response closes.
   *
   * @param pattern - the layer's pattern under the routers around it; `''` at the root, `undefined`
   *   when it is unknown
   */
  handle(
    layer: Layer,
    pattern: string | undefined,
    handleRequest: HandleRequest,
    request: RoutedRequest,
    response: object,
    next: Next,
  ): unknown {
    const outer = context.active()
    const parent = trace.getSpan(outer)
    // Express passes over error handlers here, and without a request's span the layer's span would
    // be a trace of its own.
    if (parent === undefined || layer.handle.length > 3) return handleRequest.call(layer, request, response, next)
    const { name, attributes } = describe(layer, pattern)
    const span = this.#tracer.startSpan(name, { attributes }, outer)
    const open = spansEndingWith(response as ClosingResponse)
    open.add(span)

    const leave: Next = (argument) => {
      if (isError(argument) && open.has(span)) recordSpanError(span, argument)
      if (open.delete(span)) span.end()
      // Express 4 itself keeps the `next` of its first middleware on the request.
      if (request.next === leave) request.next = next
      // The layers after a middleware get the values that it put into the context (baggage, say),
      // but neither its span nor another request's context.
      const active = strayedFrom(request) === undefined ? context.active() : outer
      context.with(trace.setSpan(active, parent), next, undefined, argument)
    }
    return context.with(trace.setSpan(outer, span), handleRequest, layer, request, response, leave)
  }
}

function describe(layer: Layer, pattern: string | undefined): { name: string; attributes: Attributes } {
  const [type, title, name] = kindOf(layer, pattern || '/')
  const attributes: Attributes = { 'express.name': name, 'express.type': type }
  if (pattern !== undefined && (pattern !== '' || layer.route)) attributes[ATTR_HTTP_ROUTE] = pattern || '/'
  return { name: `${title} - ${name}`, attributes }
}

function kindOf(layer: Layer, route: string): readonly [type: string, title: string, name: string] {
  if (layer.route !== undefined) return ['request_handler', 'request handler', route]
  if (isRouter(layer)) return ['router', 'router', route]
  return ['middleware', 'middleware', layer.name]
}
