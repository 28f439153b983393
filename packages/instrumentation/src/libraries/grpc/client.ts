import { type EventEmitter, errorMonitor } from 'node:events'
import { type Attributes, context, propagation, type Span, type TextMapSetter, trace } from '@opentelemetry/api'
import { propertyOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Calls } from '../calls'
import { codeOf, emitIn, endCall, type Metadata, methodOf, STATUS_NAMES, serverAttributes } from './call'

type Callback = (error: unknown, ...results: unknown[]) => unknown
type Request = (this: Client, ...args: unknown[]) => EventEmitter

interface Client {
  getChannel(): { getTarget(): string }
  /** Both sort out what of the arguments is what; the former throws if they are wrong. */
  checkOptionalUnaryResponseArguments(...args: unknown[]): Checked & { readonly callback: Callback }
  checkMetadataAndOptions(...args: unknown[]): Checked
  makeUnaryRequest: Request
  makeClientStreamRequest: Request
  makeServerStreamRequest: Request
  makeBidiStreamRequest: Request
}

interface Checked {
  readonly metadata: Metadata
  readonly options: object
}

/** The methods, whether each answers to a callback, and the index of its metadata. */
const METHODS = [
  ['makeUnaryRequest', true, 4],
  ['makeClientStreamRequest', true, 3],
  ['makeServerStreamRequest', false, 4],
  ['makeBidiStreamRequest', false, 3],
] as const

/** An exporter's, should it have forgotten to suppress tracing. */
const TELEMETRY = '/opentelemetry.proto.collector.'

const servers = new WeakMap<object, Attributes>()

const metadataSetter: TextMapSetter<Metadata> = {
  set(metadata, name, value) {
    try {
      metadata.set(name, value)
    } catch (error) {
      reportOnce('metadata could not be set', error)
    }
  },
}

/** By what they replace. */
const replacements = new WeakMap<Request, Request>()

/** The methods of generated clients call these. */
export function patchClient(topLevel: { readonly Client?: unknown }, calls: Calls): Undo[] {
  const { prototype } = topLevel.Client as { readonly prototype: Client }
  return METHODS.map(([name, hasCallback, index]) =>
    patch(prototype, name, (original) => {
      const replacement = tracedRequest(original, hasCallback, index, calls)
      replacements.set(original, replacement)
      return replacement
    }),
  )
}

/** The methods that are copied into generated clients: those from before, where the file has run already. */
export function patchCopied({ requesterFuncs = {} }: { readonly requesterFuncs?: Record<string, Request> }): Undo[] {
  return Object.keys(requesterFuncs).map((type) =>
    patch(requesterFuncs, type, (original) => replacements.get(original) ?? original),
  )
}

function tracedRequest(original: Request, hasCallback: boolean, index: number, calls: Calls): Request {
  return function (this: Client, ...args) {
    const checked = isTraced(calls, args[0]) ? check(this, args.slice(index), hasCallback) : undefined
    const span = checked && spanOf(calls, this, String(args[0]))
    if (span === undefined) return original.apply(this, args)
    const rest = traced(span, checked!)
    try {
      const call = original.call(this, ...args.slice(0, index), ...rest)
      follow(span, call, hasCallback)
      return call
    } catch (error) {
      endCall(span, codeOf(error), true, error)
      throw error
    }
  }
}

function isTraced(calls: Calls, path: unknown): boolean {
  return calls.enabled && !String(path).startsWith(TELEMETRY)
}

function spanOf(calls: Calls, client: Client, path: string): Span | undefined {
  return calls.start(() => {
    const { name, attributes } = methodOf(path)
    return { name, attributes: { ...attributes, ...serverOf(client) } }
  })
}

/** Arguments that are wrong are the library's to complain of. */
function check(client: Client, args: unknown[], hasCallback: boolean): (Checked & { callback?: Callback }) | undefined {
  try {
    const checked = hasCallback
      ? client.checkOptionalUnaryResponseArguments(...args)
      : client.checkMetadataAndOptions(...args)
    // The library takes others alone, but not behind metadata.
    return checked.options instanceof Object ? checked : undefined
  } catch {
    return undefined
  }
}

/** The app may use its metadata for other calls too: the trace is in a copy. */
function traced(span: Span, { metadata, options, callback }: Checked & { callback?: Callback }): unknown[] {
  const caller = context.active()
  const copy = metadata.clone()
  if (metadata.opaqueData !== undefined) copy.opaqueData = metadata.opaqueData
  try {
    propagation.inject(trace.setSpan(caller, span), copy, metadataSetter)
  } catch (error) {
    reportOnce('the context of a gRPC call could not be sent', error)
  }
  if (callback === undefined) return [copy, options]
  const answer: Callback = (error, ...results) => {
    if (error) endCall(span, codeOf(error), true, error)
    else endCall(span, 'OK', false)
    return context.with(caller, callback, undefined, error, ...results)
  }
  return [copy, options, answer]
}

/** The error that a stream emits comes before the status, and where nobody listens to it instead of it. */
function follow(span: Span, call: EventEmitter, hasCallback: boolean): void {
  emitIn(call, context.active())
  if (hasCallback) return
  let hasEnded = false
  const end = (status: string, error?: unknown) => {
    if (hasEnded) return
    hasEnded = true
    endCall(span, status, status !== 'OK', error)
  }
  call.once(errorMonitor, (error) => end(codeOf(error), error))
  call.once('status', (status) => end(STATUS_NAMES[Number(propertyOf(status, 'code'))] ?? 'UNKNOWN'))
}

function serverOf(client: Client): Attributes {
  const known = servers.get(client)
  if (known !== undefined) return known
  const attributes = targetAttributes(client.getChannel().getTarget())
  servers.set(client, attributes)
  return attributes
}

/** @param target - `dns:host:port`, `dns://resolver/host:port`, `ipv4:…`, `unix:path`, `xds:///name` */
function targetAttributes(target: string): Attributes {
  const [, scheme, path = target] = /^([a-z][\w+.-]*):(?:\/\/[^/]*\/)?(.*)$/.exec(target) ?? []
  return scheme?.startsWith('unix') ? { 'server.address': path } : serverAttributes(path)
}
