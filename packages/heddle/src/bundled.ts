import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Whether a bundler has made Heddle a part of another file: then its package.json is not where it belongs. Libraries that are in the
 * bundle too are loaded by no `require` that could be seen.
 */
export const isBundled: boolean = !hasOwnManifest()

function hasOwnManifest(): boolean {
  try {
    return JSON.parse(readFileSync(join(dirname(__filename), '..', 'package.json'), 'utf8')).name === 'heddle'
  } catch {
    return false
  }
}
