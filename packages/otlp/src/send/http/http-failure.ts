import { GivenUp } from '../connection/loop-guard'
import type { SendOutcome } from '../sender'

/** Codes of Node.js when there was no connection at all. */
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
const TLS_ALERT = 0x15
const HTTP2_SETTINGS = 4

type HttpError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer }

/**
 * What a request without a readable answer means: it may be sent again, unless there was an answer
 * that is larger than any should be.
 */
export function classifyHttpFailure(error: HttpError): SendOutcome {
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'rejected', reason: 'rejected', message: 'the answer has more headers than are read' }
  }
  const message = describe(error)
  if (error instanceof GivenUp) return { kind: 'retry', message, givenUp: true }
  return { kind: 'retry', message, ...(UNREACHED.has(error.code ?? '') ? { unreached: true } : {}) }
}

/**
 * When several addresses of a name were tried, Node.js reports an error without a message; of what
 * is not HTTP, it does not say what it is.
 */
export function describe(error: HttpError): string {
  if (error.code === 'HPE_INVALID_CONSTANT') return `the answer is ${protocolFrom(error.rawPacket)}`
  return error.message || error.code || error.name
}

function protocolFrom(answer: Buffer = Buffer.alloc(0)): string {
  if (answer[0] === TLS_ALERT) return 'TLS'
  return answer[0] === 0 && answer[3] === HTTP2_SETTINGS ? 'HTTP/2' : 'not HTTP'
}
