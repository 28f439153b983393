import type { IncomingMessage } from 'node:http'
import { printable, readErrorMessage, readJsonAnswer, readProtobufAnswer } from '../answer'
import type { SendOutcome } from '../sender'

/**
 * Largest response body that is read, in bytes. By the specification, a larger one fails the
 * request for good.
 */
const MAX_RESPONSE_BYTES = 64 * 1024
/** The only statuses that the OTLP specification allows to retry. */
const RETRYABLE = new Set([429, 502, 503, 504])

/** Reads a response within its bound and says what it means. Never rejects. */
export function readResponse(response: IncomingMessage): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= MAX_RESPONSE_BYTES) return
      resolve({
        kind: 'rejected',
        reason: 'rejected',
        message: `HTTP ${response.statusCode} with more than 64 KiB of body`,
      })
      response.destroy()
    })
    response.on('end', () => resolve(classify(response, Buffer.concat(chunks))))
    response.on('error', (error) => resolve({ kind: 'retry', message: `the answer broke off: ${error.message}` }))
    response.on('close', () => resolve({ kind: 'retry', message: 'the answer broke off' }))
  })
}

function classify(response: IncomingMessage, body: Buffer): SendOutcome {
  const status = response.statusCode ?? 0
  const contentType = response.headers['content-type'] ?? ''
  if (status >= 200 && status < 300) {
    // A collector answers with protobuf or JSON. A server that takes everything may be none.
    if (contentType.startsWith('text/html')) return { kind: 'delivered', message: 'the answer is a web page' }
    return contentType.startsWith('application/json') ? readJsonAnswer(body) : readProtobufAnswer(body)
  }
  const words = printable(`${response.statusMessage ?? ''} ${readErrorMessage(contentType, body)}`)
  const message = `HTTP ${status} ${words}`.trim()
  if (!RETRYABLE.has(status)) return { kind: 'rejected', reason: 'rejected', message }
  const afterMs = retryAfterMs(response.headers['retry-after'], Date.now())
  return { kind: 'retry', message, ...(afterMs === undefined ? {} : { afterMs }) }
}

/**
 * A Retry-After of seconds or an HTTP-date (RFC 9110, section 10.2.3) in milliseconds from `now`;
 * undefined when it is neither.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000
  // Date.parse makes a date even of "-5"; a real one begins with the name of a day.
  const date = /^\s*[a-z]/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
