import {
  type Context,
  context,
  defaultTextMapGetter,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  trace,
} from '@opentelemetry/api'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Calls } from '../calls'
import { answered, describe, type Message, OVER_HTTP, threw } from './message'

type Handler = (message: unknown, ...rest: unknown[]) => unknown

/** What handles requests: a server, and a client that its server asks. */
interface Protocol {
  readonly transport?: unknown
  readonly fallbackRequestHandler?: Handler
  _requestHandlers?: { get(method: string): Handler | undefined } | undefined
  _onrequest(message: Message, extra?: unknown): void
}

/** It looks for the handler of a request once, at once, and calls it later. */
export function patchHandling(prototype: object, calls: Calls): Undo[] {
  return [
    patch(
      prototype as Protocol,
      '_onrequest',
      (original) =>
        function _onrequest(this: Protocol, message, extra) {
          const handlers = this._requestHandlers
          const handler = handlers?.get(message.method) ?? this.fallbackRequestHandler
          const traced = handler && tracedHandler(handler, message, extra, this.transport, calls)
          if (traced === undefined) return original.call(this, message, extra)
          this._requestHandlers = { get: () => traced }
          try {
            return original.call(this, message, extra)
          } finally {
            this._requestHandlers = handlers
          }
        },
    ),
  ]
}

function tracedHandler(
  handler: Handler,
  message: Message,
  extra: unknown,
  transport: unknown,
  calls: Calls,
): Handler | undefined {
  if (!calls.enabled) return undefined
  const isOverHttp = hasOwn(extra, 'requestInfo', 'request')
  // A pipe is read in the context of whoever started the server.
  const ambient = isOverHttp || hasOwn(extra, 'authInfo') ? context.active() : ROOT_CONTEXT
  const parent = callerOf(message, ambient)
  const link = linkTo(ambient, parent)
  const span = calls.start(
    () => {
      const { name, attributes } = describe(message, message.id, transport, calls.recordsContent)
      return {
        name,
        attributes: { ...attributes, ...(isOverHttp && OVER_HTTP) },
        links: link === undefined ? [] : [{ context: link }],
      }
    },
    SpanKind.SERVER,
    parent,
  )
  if (span === undefined) return undefined
  const active = trace.setSpan(parent, span)
  return async (...args) => {
    try {
      const result = await context.with(active, handler, undefined, ...args)
      answered(span, message, result, calls.recordsContent)
      return result
    } catch (error) {
      threw(span, error)
      throw error
    }
  }
}

function callerOf({ params }: Message, ambient: Context): Context {
  try {
    return propagation.extract(ambient, params?._meta ?? {}, defaultTextMapGetter)
  } catch (error) {
    reportOnce('the context of a request of the Model Context Protocol could not be read', error)
    return ambient
  }
}

/** The request over HTTP that has brought this one, when the caller’s context has come with the message. */
function linkTo(ambient: Context, parent: Context) {
  const own = trace.getSpanContext(ambient)
  return own !== undefined && own.spanId !== trace.getSpanContext(parent)?.spanId ? own : undefined
}

function hasOwn(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.some((name) => name in value)
}
