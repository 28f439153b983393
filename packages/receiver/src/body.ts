import type { Readable } from 'node:stream'
import { gunzip } from 'node:zlib'

/** Why a body could not be read. */
export type BodyProblem = 'too large' | 'malformed' | 'unsupported'

const statuses: Readonly<Record<BodyProblem, readonly [http: number, grpc: number]>> = {
  'too large': [413, 8],
  malformed: [400, 13],
  unsupported: [415, 12],
}

/** A body that is refused, with the statuses that say so. */
export class BodyError extends Error {
  readonly httpStatus: number
  readonly grpcStatus: number

  constructor(problem: BodyProblem, message: string) {
    super(`${problem}: ${message}`)
    ;[this.httpStatus, this.grpcStatus] = statuses[problem]
  }
}

/**
 * Reads a stream to its end.
 * @throws BodyError as soon as it exceeds `maxBytes`, and the stream's own error when it breaks.
 */
export function readBody(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBytes) chunks.push(chunk)
      else {
        chunks.length = 0
        reject(new BodyError('too large', `the body exceeds ${maxBytes} bytes`))
      }
    })
    stream.once('end', () => resolve(Buffer.concat(chunks)))
    stream.once('error', reject)
    // HTTP/2 ends the body of a cancelled request as if it were whole; what tells is this event, before the end.
    stream.once('aborted', () => reject(new Error('the client cancelled')))
    stream.once('close', () => reject(new Error('the client went away')))
  })
}

/**
 * Inflates gzip.
 * @throws BodyError when it is malformed or becomes larger than `maxBytes`.
 */
export function inflate(body: Uint8Array, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(body, { maxOutputLength: maxBytes }, (error: NodeJS.ErrnoException | null, inflated) => {
      if (!error) resolve(inflated)
      else if (error.code === 'ERR_BUFFER_TOO_LARGE')
        reject(new BodyError('too large', `the body inflates to more than ${maxBytes} bytes`))
      else reject(new BodyError('malformed', `gzip: ${error.message}`))
    })
  })
}
