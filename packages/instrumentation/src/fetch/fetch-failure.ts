import { clientFailure, isTimeout, propertyOf, textOf } from '../http-semantics/span-error'
import { type UndiciRequest, WAS_SENT } from './undici-messages'

/** The codes of Node, its parser and its decompression, of undici, and of the operating system. */
const TRANSPORT_CODE = /^(?:UND_ERR|HPE|ERR|Z)_|^E[A-Z]+$/

/**
 * The failure behind an undici request's error; `undefined` when the caller cancelled on purpose. A
 * cancel's error is the reason given to an `AbortSignal` or to a body's `cancel()`: any value at
 * all.
 *
 * Until the request, its body included, is sent, an error that names no transport failure may come
 * from the caller's body or connector, which undici reports in the same way.
 */
export function fetchFailure(request: UndiciRequest, error: unknown): unknown {
  if (isTimeout(error)) return error
  const failure = clientFailure(error)
  if (failure !== error) return failure ?? timeoutOf(request)
  // Only a caller that cancels gives a string or a plain object as the error.
  if (textOf(error, 'stack') === undefined && textOf(error, 'message') === undefined) return undefined
  return request[WAS_SENT] === true && !isOfTransport(error) ? undefined : error
}

/**
 * Once there is a response, `undici.request()` fails with its own `AbortError`, and does not tell
 * the reason.
 */
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
