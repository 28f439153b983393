import { closeSync, constants, fstatSync, openSync, readFileSync, writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const STDERR = 2
/** Bytes that a worker thread may have on the way to the main thread. */
const MAX_HANDED_OVER = 65_536
const WRITE_AT_ONCE = constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY

/**
 * Writes to stderr as much as it takes without waiting. A full pipe or socket that nobody reads
 * takes nothing, and a plain `writeSync` would stop the whole process until somebody reads.
 *
 * Writes to the descriptor, not to `process.stderr`: an error of the stream, such as EPIPE, would
 * end the app, and its queue would keep the process from ending.
 *
 * @returns how many bytes were taken; `undefined` if nobody can ever be told
 */
export function writeWithoutWaiting(bytes: Uint8Array): number | undefined {
  try {
    const stat = fstatSync(STDERR)
    if (stat.isFile() || process.platform === 'win32') return writeSync(STDERR, bytes)
    const taken = stat.isFIFO() || stat.isCharacterDevice() ? writeToCopy(bytes) : undefined
    return taken ?? writeToShared(bytes)
  } catch (error) {
    return isFull(error) ? 0 : undefined
  }
}

/**
 * Opens the pipe or terminal again, so that our write does not wait and the app's stderr stays as
 * it is: the two descriptors share no flags. Only Linux can do this, and only for the owner of the
 * file.
 */
function writeToCopy(bytes: Uint8Array): number | undefined {
  let descriptor: number
  try {
    descriptor = openSync(`/proc/self/fd/${STDERR}`, WRITE_AT_ONCE)
  } catch {
    return undefined
  }
  try {
    return writeSync(descriptor, bytes)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * A socket cannot be opened again. This makes stderr non-blocking instead, as the first
 * `console.error` of an app does.
 */
function writeToShared(bytes: Uint8Array): number {
  if (!waitsNot()) {
    if (!isMainThread) {
      // The main thread writes what this one hands to it, and says when it has.
      if (process.stderr.writableLength > MAX_HANDED_OVER) return 0
      process.stderr.write(bytes)
      return bytes.length
    }
    const { _handle } = process.stderr as { _handle?: { setBlocking?(waits: boolean): unknown } }
    // Node has done so when it made the stream. A child process that shares stderr undoes it.
    _handle?.setBlocking?.(false)
  }
  return writeSync(STDERR, bytes)
}

function waitsNot(): boolean {
  try {
    const [, flags = '0'] = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${STDERR}`, 'latin1')) ?? []
    return (Number.parseInt(flags, 8) & constants.O_NONBLOCK) !== 0
  } catch {
    return false
  }
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EAGAIN' || code === 'EWOULDBLOCK'
}
