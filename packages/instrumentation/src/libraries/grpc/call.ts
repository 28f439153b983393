import type { EventEmitter } from 'node:events'
import { type Attributes, type Context, context, type Span, SpanStatusCode } from '@opentelemetry/api'
import {
  ATTR_ERROR_TYPE,
  ATTR_RPC_METHOD,
  ATTR_RPC_STATUS_CODE,
  ATTR_RPC_SYSTEM_NAME,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  RPC_SYSTEM_NAME_VALUE_GRPC,
} from '@opentelemetry/semantic-conventions'
import { parseAuthority } from '../../http-semantics/authority'
import { propertyOf } from '../../http-semantics/span-error'
import { patch } from '../../patch'
import { failed } from '../calls'

/** Metadata of a call, which go over the wire as headers. */
export interface Metadata {
  get(name: string): readonly (string | Buffer)[]
  set(name: string, value: string): void
  getMap(): Readonly<Record<string, unknown>>
  clone(): Metadata
  /** What interceptors tell each other, since 1.14; `clone` leaves it out. */
  opaqueData?: unknown
}

/** The codes by their numbers. */
export const STATUS_NAMES: readonly string[] = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
]

/** @param path - `/package.Service/Method` */
export function methodOf(path: string): { readonly name: string; readonly attributes: Attributes } {
  const name = path.startsWith('/') ? path.slice(1) : path
  return { name, attributes: { [ATTR_RPC_SYSTEM_NAME]: RPC_SYSTEM_NAME_VALUE_GRPC, [ATTR_RPC_METHOD]: name } }
}

/** @param authority - `host:port` */
export function serverAttributes(authority: string): Attributes {
  const { host, port } = parseAuthority(authority) ?? {}
  return { ...(host && { [ATTR_SERVER_ADDRESS]: host }), ...(port && { [ATTR_SERVER_PORT]: port }) }
}

/** The code that grpc-js sends for an error: its own, if it is one. */
export function codeOf(error: unknown): string {
  const code = propertyOf(error, 'code')
  return (Number.isInteger(code) && STATUS_NAMES[code as number]) || 'UNKNOWN'
}

/**
 * Ends the span of a call.
 *
 * @param status - the name of its code
 * @param isFailure - whether the conventions say that this code is one
 */
export function endCall(span: Span, status: string, isFailure: boolean, error?: unknown): void {
  span.setAttribute(ATTR_RPC_STATUS_CODE, status)
  if (isFailure && error) {
    failed(span, error, () => ({ type: status }))
    return
  }
  if (isFailure) span.setAttribute(ATTR_ERROR_TYPE, status).setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/** A connection calls listeners in the context of whoever opened it; these are called in that of their call. */
export function emitIn(call: EventEmitter, active: Context): void {
  patch(
    call,
    'emit',
    (original) =>
      function (this: EventEmitter, ...args) {
        return context.with(active, original, this, ...args)
      },
  )
}
