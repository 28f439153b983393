import { printable, readRetryInfo } from './answer'
import type { SendOutcome } from './sender'

/** gRPC status codes by name (https://grpc.github.io/grpc/core/md_doc_statuscodes.html). */
const STATUS = [
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
/** What the OTLP specification allows to retry; RESOURCE_EXHAUSTED only when the server sends RetryInfo with it. */
const RETRYABLE = new Set(['CANCELLED', 'DEADLINE_EXCEEDED', 'ABORTED', 'OUT_OF_RANGE', 'UNAVAILABLE', 'DATA_LOSS'])

/** How grpc-js words the end of a call that nobody answered; it gives it the status that a server has for its own mistakes. */
const BROKEN_OFF = /^Received RST_STREAM with code (0 |2 triggered by internal client error)/

/** The parts of a grpc-js ServiceError that say what is to be done. */
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
  const isBrokenOff = status === 'INTERNAL' && BROKEN_OFF.test(details ?? '')
  if (isBrokenOff || RETRYABLE.has(status) || (status === 'RESOURCE_EXHAUSTED' && afterMs !== undefined)) {
    return { kind: 'retry', message, ...(afterMs === undefined ? {} : { afterMs }) }
  }
  return { kind: 'rejected', reason: 'rejected', message }
}

export const DEADLINE_EXCEEDED = STATUS.indexOf('DEADLINE_EXCEEDED')
