import { readFileSync, statSync } from 'node:fs'

/**
 * A file that the configuration names. A named pipe would wait for its writer and a device may have no
 * end, and the app with them.
 *
 * @throws what Node.js throws, or an error that says which kind of file is allowed
 */
export function readRegularFile(path: string): Buffer {
  const stats = statSync(path)
  // Node.js has an error of its own for a directory.
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('no regular file')
  return readFileSync(path)
}
