import { type EventEmitter, errorMonitor } from 'node:events'
import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api'
import {
  ATTR_CLIENT_ADDRESS,
  ATTR_NETWORK_PEER_ADDRESS,
  ATTR_NETWORK_PEER_PORT,
} from '@opentelemetry/semantic-conventions'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Calls } from '../calls'
import { codeOf, emitIn, endCall, type Metadata, methodOf, serverAttributes } from './call'

/** What a handler gets of a call. */
interface ServerCall extends EventEmitter {
  readonly metadata: Metadata
  getPeer(): string
  getDeadline(): Date | number
  /** Since 1.10. */
  getHost?(): string
}

type Respond = (error: unknown, ...rest: unknown[]) => void
type Handler = (this: unknown, call: ServerCall, respond?: Respond) => unknown

interface Server {
  register(path: string, handler: Handler, ...rest: unknown[]): boolean
}

/** Codes that are failures of the server; the others are its answers to what a client did. */
const FAILURES: ReadonlySet<string> = new Set([
  'UNKNOWN',
  'DEADLINE_EXCEEDED',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
])

const metadataGetter: TextMapGetter<Metadata> = {
  keys: (metadata) => Object.keys(metadata.getMap()),
  get(metadata, name) {
    const values = metadata.get(name).map(String)
    return values.length > 1 ? values : values[0]
  },
}

export function patchServer(topLevel: { readonly Server?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Server as { readonly prototype: Server }
  return [
    patch(
      prototype,
      'register',
      (original) =>
        function register(this: Server, path, handler, ...rest) {
          const traced = typeof handler === 'function' ? tracedHandler(path, handler, calls) : handler
          return original.call(this, path, traced, ...rest)
        },
    ),
  ]
}

function tracedHandler(path: string, handler: Handler, calls: Calls): Handler {
  return function (this: unknown, call, respond) {
    // The connection's context is that of whoever started the server.
    const parent = calls.enabled ? callerOf(call) : ROOT_CONTEXT
    const span = calls.start(() => describe(path, call), SpanKind.SERVER, parent)
    if (span === undefined) return handler.call(this, call, respond)
    const active = trace.setSpan(parent, span)
    const end = follow(span, call, respond === undefined)
    emitIn(call, active)
    const answer: Respond | undefined =
      respond &&
      ((error, ...rest) => {
        end(error ? codeOf(error) : 'OK', error)
        respond(error, ...rest)
      })
    try {
      return context.with(active, handler, this, call, answer)
    } catch (error) {
      end('UNKNOWN', error)
      throw error
    }
  }
}

function follow(span: Span, call: ServerCall, answersWithStream: boolean): (status: string, error?: unknown) => void {
  let hasEnded = false
  const end = (status: string, error?: unknown) => {
    if (hasEnded) return
    hasEnded = true
    endCall(span, status, FAILURES.has(status), error)
  }
  call.once(errorMonitor, (error) => end(codeOf(error), error))
  if (answersWithStream) call.once('finish', () => end('OK'))
  // The client's doing, or the deadline's; emitted after the end of any other call, too.
  call.once('cancelled', () => end(Number(call.getDeadline()) <= Date.now() ? 'DEADLINE_EXCEEDED' : 'CANCELLED'))
  return end
}

function callerOf({ metadata }: ServerCall): Context {
  try {
    return propagation.extract(ROOT_CONTEXT, metadata, metadataGetter)
  } catch (error) {
    reportOnce('the context of a gRPC call could not be read', error)
    return ROOT_CONTEXT
  }
}

/** `address:port`, an IPv6 address without brackets; a socket of a file has neither. */
function peerOf(call: ServerCall): Attributes {
  const [, address, port] = /^(.+):(\d+)$/.exec(call.getPeer()) ?? []
  return {
    ...(address && { [ATTR_CLIENT_ADDRESS]: address, [ATTR_NETWORK_PEER_ADDRESS]: address }),
    ...(port && { [ATTR_NETWORK_PEER_PORT]: Number(port) }),
  }
}

function describe(path: string, call: ServerCall): { readonly name: string; readonly attributes: Attributes } {
  const { name, attributes } = methodOf(path)
  return { name, attributes: { ...attributes, ...serverAttributes(call.getHost?.() ?? ''), ...peerOf(call) } }
}
