import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BodyError } from './body-error'
import type { Lease } from './memory'

/**
 * The approximate memory of a chunk beside its bytes: a body may come in chunks of one byte each.
 */
const CHUNK_WEIGHT = 200

/**
 * Reads a stream to its end.
 *
 * @throws BodyError as soon as the body exceeds `maxBytes` or all bodies together exceed the lease,
 *   and the stream's own error when it breaks
 */
export function readBody(stream: Readable, maxBytes: number, lease: Lease): Promise<Buffer> {
  return collect(stream, maxBytes, lease, `the body exceeds ${maxBytes} bytes`)
}

/**
 * Inflates gzip.
 *
 * @throws BodyError when the body is malformed, becomes larger than `maxBytes`, or makes all bodies
 *   together exceed the lease
 */
export async function inflate(body: Uint8Array, maxBytes: number, lease: Lease): Promise<Buffer> {
  const gunzip = createGunzip()
  gunzip.end(body)
  try {
    return await collect(gunzip, maxBytes, lease, `the body inflates to more than ${maxBytes} bytes`)
  } catch (error) {
    gunzip.destroy()
    throw error instanceof BodyError ? error : new BodyError('malformed', `gzip: ${(error as Error).message}`)
  }
}

function collect(stream: Readable, maxBytes: number, lease: Lease, excess: string): Promise<Buffer> {
  let chunks: Buffer[] | undefined = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      bytes += chunk.length
      if (bytes > maxBytes) throw new BodyError('too large', excess)
      lease.take(chunk.length + CHUNK_WEIGHT)
      chunks!.push(chunk)
    }
    stream.on('data', (chunk: Buffer) => {
      // A refused body is still read to its end, so that the client gets to read the answer.
      if (chunks === undefined) return
      try {
        take(chunk)
      } catch (error) {
        chunks = undefined
        reject(error)
      }
    })
    stream.once('end', () => resolve(Buffer.concat(chunks ?? [])))
    stream.once('error', reject)
    // HTTP/2 ends the body of a cancelled request as if it were complete; only this event, before
    // the end, tells.
    stream.once('aborted', () => reject(new Error('the client cancelled')))
    stream.once('close', () => reject(new Error('the client went away')))
  })
}
