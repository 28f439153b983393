import { printable, readRetryInfo } from '../answer'
import type { SendOutcome } from '../sender'

/** gRPC status codes by name (https://grpc.github.io/grpc/core/md_doc_statuscodes.html). */
export const STATUS = [
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
/**
 * Statuses that the OTLP specification allows to retry; RESOURCE_EXHAUSTED only when the server
 * sends RetryInfo with it.
 */
const RETRYABLE = new Set(['CANCELLED', 'DEADLINE_EXCEEDED', 'ABORTED', 'OUT_OF_RANGE', 'UNAVAILABLE', 'DATA_LOSS'])
/** A call that ends without a status: the connection failed, not the request. */
const WITHOUT_STATUS = /^Received RST_STREAM with code|^Bandwidth exhausted or memory limit exceeded$/
/** Messages of Node.js when there was no connection at all. */
const UNREACHED = /ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Name resolution failed/

/** The parts of a failed call that say what is to be done. */
export interface GrpcFailure {
  readonly code?: number | undefined
  readonly details?: string | undefined
  readonly metadata?: { get(key: string): (string | Buffer)[] } | undefined
}

/** What a failed call means by the OTLP specification. */
export function classifyGrpcFailure({ code, details, metadata }: GrpcFailure): SendOutcome {
  const status = STATUS[code ?? 2] ?? 'UNKNOWN'
  const message = printable(`gRPC ${status}: ${details ?? ''}`)
  const richStatus = metadata?.get('grpc-status-details-bin')[0]
  const afterMs = typeof richStatus === 'object' ? readRetryInfo(richStatus) : undefined
  const isRetryable =
    RETRYABLE.has(status) ||
    (status === 'RESOURCE_EXHAUSTED' && afterMs !== undefined) ||
    WITHOUT_STATUS.test(details ?? '')
  if (isRetryable) {
    const isUnreached = status === 'UNAVAILABLE' && UNREACHED.test(details ?? '')
    return {
      kind: 'retry',
      message,
      ...(afterMs === undefined ? {} : { afterMs }),
      ...(isUnreached ? { unreached: true } : {}),
    }
  }
  return { kind: 'rejected', reason: 'rejected', message }
}
