import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Reads at most `maxBytes` of a regular file as UTF-8; `undefined` when it cannot be read.
 * Files of `/proc` say that they are empty, so the size is not asked but found by reading.
 */
export function readText(path: string, maxBytes: number): string | undefined {
  let descriptor: number | undefined
  try {
    // A named pipe in the file's place must not hold the start of the app until somebody writes to it.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    if (!fstatSync(descriptor).isFile()) return undefined
    return readUpTo(descriptor, maxBytes).toString('utf8')
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function readUpTo(descriptor: number, maxBytes: number): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  while (total < maxBytes) {
    const chunk = Buffer.allocUnsafe(Math.min(16_384, maxBytes - total))
    const bytesRead = readSync(descriptor, chunk)
    if (bytesRead === 0) break
    chunks.push(chunk.subarray(0, bytesRead))
    total += bytesRead
  }
  return Buffer.concat(chunks)
}
