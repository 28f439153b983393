import { recordRequestError } from '../../http/server/request-state'
import { propertyOf } from '../../http-semantics/span-error'

/** Remembers an error of a request, unless the error only says that the client has gone. */
export function rememberError(request: unknown, error: unknown): void {
  if (typeof request !== 'object' || request === null || error === null || error === undefined) return
  const hasGone =
    propertyOf(error, 'code') === 'ERR_STREAM_PREMATURE_CLOSE' ||
    propertyOf(propertyOf(request, 'socket'), 'errored') === error
  if (!hasGone) recordRequestError(request, error)
}
