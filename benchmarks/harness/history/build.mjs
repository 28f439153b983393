// Heddle as it was at a commit: a git worktree with a build in place.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { git, root } from './commits.mjs'

const builds = fileURLToPath(new URL('../../.cache/builds/', import.meta.url))

/** @returns {string} the folder from which `heddle` and `@heddle/*` are resolved */
export function buildAt(commit) {
  const folder = join(builds, commit)
  if (existsSync(folder)) return folder
  git('worktree', 'add', '--quiet', '--detach', folder, commit)
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }
  const npm = (...args) => execFileSync('npm', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const lockOf = (place) => readFileSync(join(place, 'package-lock.json'), 'utf8')
  if (lockOf(folder) === lockOf(root)) linkDependencies(folder)
  else npm('ci', '--loglevel=error')
  npm('exec', '--', 'turbo', 'run', 'build', '--filter=./packages/*', '--output-logs=errors-only')
  return folder
}

export function removeBuilds() {
  rmSync(builds, { recursive: true, force: true })
  git('worktree', 'prune')
}

/** Gives a worktree what is installed in this checkout. */
function linkDependencies(folder) {
  const workspaces = readdirSync(join(folder, 'packages')).map((name) => join('packages', name))
  for (const place of ['.', ...workspaces]) {
    const installed = join(place, 'node_modules')
    if (existsSync(join(root, installed))) linkEach(installed, folder)
  }
}

function linkEach(place, folder) {
  mkdirSync(join(folder, place), { recursive: true })
  for (const entry of readdirSync(join(root, place), { withFileTypes: true })) {
    const at = join(place, entry.name)
    if (entry.name.startsWith('@')) linkEach(at, folder)
    // npm links the workspace's own packages, relatively: the same link is the worktree's package.
    else symlinkSync(entry.isSymbolicLink() ? readlinkSync(join(root, at)) : join(root, at), join(folder, at))
  }
}
