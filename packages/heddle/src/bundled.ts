import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Whether a bundler has made Heddle a part of another file. Its package.json is not beside it then,
 * and libraries in the same bundle are loaded by no `require` that could be hooked.
 */
export const isBundled: boolean = !hasOwnManifest()

function hasOwnManifest(): boolean {
  try {
    return JSON.parse(readFileSync(join(dirname(__filename), '..', 'package.json'), 'utf8')).name === 'heddle'
  } catch {
    return false
  }
}
