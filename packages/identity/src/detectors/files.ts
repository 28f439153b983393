import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/**
 * Reads at most `maxBytes` of a regular file as UTF-8; `undefined` when the file cannot be read.
 * Files of `/proc` report a size of 0, so the function finds the size by reading.
 */
export function readText(path: string, maxBytes: number): string | undefined {
  let descriptor: number | undefined
  try {
    // A named pipe at this path must not block the app's start until somebody writes to it.
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
