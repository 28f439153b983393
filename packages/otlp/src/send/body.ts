import type { Writable } from 'node:stream'
import { nextTurn, SLICE_BYTES } from '../event-loop'

/**
 * Writes a body and ends the stream. A large body goes in slices, each in a turn of its own: what is
 * written at once is copied to the kernel, and encrypted, at once. Never rejects.
 */
export async function writeBody(stream: Writable, body: Buffer): Promise<void> {
  // Node.js does not tell a request that is answered before its end when it may go on.
  let isAnswered = false
  let start = 0
  if (body.length > SLICE_BYTES) {
    stream.once('response', () => {
      isAnswered = true
    })
  }
  for (; body.length - start > SLICE_BYTES && !isAnswered; start += SLICE_BYTES) {
    const hasRoom = stream.write(body.subarray(start, start + SLICE_BYTES))
    if (hasRoom) await nextTurn()
    else await drained(stream)
    if (stream.destroyed) return
  }
  stream.end(body.subarray(start))
}

/** Resolves when everything is written, or will never be: then nobody reads the body any more. */
export function bodyWritten(stream: Writable): Promise<void> {
  if (stream.writableFinished || stream.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    stream.once('finish', resolve)
    stream.once('close', resolve)
  })
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stream.off('drain', settle)
      stream.off('close', settle)
      stream.off('response', settle)
      resolve()
    }
    stream.on('drain', settle)
    stream.on('close', settle)
    stream.on('response', settle)
  })
}
