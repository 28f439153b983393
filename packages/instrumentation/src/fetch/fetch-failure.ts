import { clientFailure, isTimeout, propertyOf, textOf } from '../http-semantics/span-error'
import { type UndiciRequest, WAS_SENT } from './undici-messages'

/** The codes of Node, its parser and its decompression, of undici, and of the operating system. */
const TRANSPORT_CODE = /^(?:UND_ERR|HPE|ERR|Z)_|^E[A-Z]+$/

/**
 * What went wrong when a request of undici ended with this error: nothing when its caller gave it up on purpose. The error is then the
 * reason that an `AbortSignal` was given, or a body's `cancel()`: anything at all.
 *
 * Until the request, its body included, was sent, an error that says nothing of itself may be that of the caller's body or connector,
 * of which undici tells in the same way.
 */
export function fetchFailure(request: UndiciRequest, error: unknown): unknown {
  if (isTimeout(error)) return error
  const failure = clientFailure(error)
  if (failure !== error) return failure ?? timeoutOf(request)
  // Nobody but who gives up a request says so with a text or a plain object.
  if (textOf(error, 'stack') === undefined && textOf(error, 'message') === undefined) return undefined
  return request[WAS_SENT] === true && !isOfTransport(error) ? undefined : error
}

/** Once there is a response, `undici.request()` fails with an `AbortError` of its own, and keeps the reason to itself. */
function timeoutOf(request: UndiciRequest): unknown {
  const symbol = Object.getOwnPropertySymbols(request).find(({ description }) => description === 'handler')
  const handler = symbol && (request as unknown as Record<symbol, unknown>)[symbol]
  const reason = propertyOf(handler, 'reason')
  return isTimeout(reason) ? reason : undefined
}

function isOfTransport(error: unknown): boolean {
  if (textOf(error, 'syscall') !== undefined || typeof propertyOf(error, 'errno') === 'number') return true
  const code = textOf(error, 'code')
  return code !== undefined && TRANSPORT_CODE.test(code)
}
