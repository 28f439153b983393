import { IncomingMessage, type ServerResponse } from 'node:http'
import { context, INVALID_SPAN_CONTEXT, propagation, SpanKind, type SpanOptions, trace } from '@opentelemetry/api'
import { methodName } from '../../http-semantics/request-method'
import { getRPCMetadata } from '../../http-semantics/rpc-metadata'
import type { Undo } from '../../patch'
import { reportOnce } from '../../report'
import { isTracingSuppressed } from '../../suppressed-tracing'
import { requestHeadersGetter, responseHeadersSetter } from '../carriers'
import { applyEmit, MESSAGE_STATE, type Message } from '../message'
import { patchHttp2Messages } from '../message-events'
import type { IncomingRequest } from '../options'
import type { HttpSettings, HttpTracing } from '../settings'
import { serverAttributes } from './attributes'
import { type OutgoingResponse, ServerExchange } from './exchange'
import { EMPTY_CONTEXT, holds, PassingValue, suppressedBy } from './linked-context'
import { patchServers } from './patches'
import { endWithConnection } from './pipelined'
import { parseRequestTarget } from './request-target'

/** Traces every request that any server of this process receives, over HTTP/1 and HTTP/2. */
export function traceServers(tracing: HttpTracing): Undo[] {
  const undos: Undo[] = []
  let http2Patched = false
  const onHttp2 = () => {
    if (!http2Patched) undos.push(...patchHttp2Messages())
    http2Patched = true
  }
  undos.push(
    patchServers(
      (original, patching) =>
        // Every error of the request's handlers has the frames of this function in its stack, so
        // the function does everything itself.
        function emit(this: unknown, ...args) {
          const [event, request, response] = args
          if (event === 'connection') patching.announce(this)
          if (!tracing.enabled) patching.takeBack()
          // `checkContinue` and `checkExpectation` replace `request`, and their listeners usually
          // emit `request` themselves.
          const traced = event === 'request' || event === 'checkContinue' || event === 'checkExpectation'
          const exchange = traced && tracing.enabled ? begin(tracing, request, response, onHttp2) : undefined
          if (exchange === undefined) return Reflect.apply(original, this, args)
          let isThrown = true
          // Not caught and rethrown: Node prints, above the stack of a crash, the line that threw
          // last.
          try {
            const handled = context.with(exchange.context, applyEmit, undefined, original, this, args)
            isThrown = false
            return handled
          } finally {
            if (isThrown) exchange.recordUncaught()
          }
        },
    ),
  )
  // The list still grows: at the first request over HTTP/2.
  return [
    () => {
      for (const undo of undos) undo()
    },
  ]
}

type Incoming = IncomingRequest & Message
type Outgoing = OutgoingResponse & Message

function begin(
  tracing: HttpTracing,
  request: unknown,
  response: unknown,
  onHttp2: () => void,
): ServerExchange | undefined {
  // A request that already has its state is being emitted again, by `checkContinue` or to another
  // server.
  if (!isRequest(request) || request[MESSAGE_STATE] !== undefined) return undefined
  try {
    if (isLeftAlone()) return undefined
    if (request.httpVersionMajor === 2) onHttp2()
    const exchange = startExchange(tracing, request, response as Outgoing)
    request[MESSAGE_STATE] = exchange
    ;(response as Outgoing)[MESSAGE_STATE] = exchange
    return exchange
  } catch (error) {
    reportOnce('a request could not be traced', error)
    return undefined
  }
}

/**
 * Whether the server was made to listen in a suppressed context, as a telemetry receiver is. A
 * server that an ignored request created is traced.
 */
function isLeftAlone(): boolean {
  const active = context.active()
  if (!isTracingSuppressed(active)) return false
  const { suppression } = (getRPCMetadata(active) ?? {}) as { readonly suppression?: PassingValue }
  return suppression === undefined || !holds(active, suppression)
}

function isRequest(value: unknown): value is Incoming {
  if (value instanceof IncomingMessage) return true
  const request = value as Partial<Incoming> | null | undefined
  return request?.httpVersionMajor === 2 && typeof request.method === 'string' && typeof request.headers === 'object'
}

function startExchange(tracing: HttpTracing, request: Incoming, response: Outgoing): ServerExchange {
  const { settings, tracer } = tracing
  const target = parseRequestTarget(request.url ?? '/')
  if (settings.ignoresPath?.(target.path) || settings.ignoresRequest?.(request)) return ignoredExchange()

  const extracted = propagation.extract(EMPTY_CONTEXT, request, requestHeadersGetter)
  const method = settings.normalizeMethod(request.method ?? 'GET')
  const name = methodName(method)
  const options: SpanOptions = {
    kind: SpanKind.SERVER,
    attributes: serverAttributes(request, method, target, settings),
  }
  if (settings.links !== undefined) options.links = [...settings.links(extracted)]
  const span = tracer.startSpan(name, options, extracted)
  settings.captureRequestHeaders?.(span, (header) => request.headers[header])
  const exchange = new ServerExchange(span, extracted, name, settings.captureResponseHeaders)
  injectIntoResponse(settings, exchange, response)
  if (request.httpVersionMajor === 1 && (response as ServerResponse).socket === null) {
    endWithConnection(request.socket, response, exchange)
  }
  return exchange
}

/**
 * Work of the request is not traced while the request is open. Objects that were created in it and
 * outlive it belong to other requests.
 */
function ignoredExchange(): ServerExchange {
  const suppression = new PassingValue(true)
  const span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT)
  return new ServerExchange(span, suppressedBy(suppression), '', undefined, suppression)
}

function injectIntoResponse(settings: HttpSettings, exchange: ServerExchange, response: Outgoing): void {
  try {
    settings.responsePropagator?.inject(exchange.context, response, responseHeadersSetter)
  } catch (error) {
    reportOnce('the response propagator threw', error)
  }
}
