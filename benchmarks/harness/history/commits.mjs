// The commits that can have made Heddle dearer.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What a build of Heddle is made of. */
const BUILT_OF = ['packages', 'package.json', 'package-lock.json', 'tsconfig.base.json']

export const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

/**
 * One line for each commit since `commit` that touched the packages, the newest first; undefined if
 * this clone does not have the commit.
 */
export function commitsSince(commit) {
  if (!isKnown(commit)) return undefined
  return linesOf(git('log', '--oneline', `${commit}..HEAD`, '--', 'packages'))
}

/** The commits on the way to HEAD that can build another Heddle, the oldest first; a merge is one. */
export function candidatesSince(commit) {
  return linesOf(git('rev-list', '--reverse', '--first-parent', `${commit}..HEAD`, '--', ...BUILT_OF))
}

export const shown = (commit) => git('log', '-1', '--format=%h %s', commit)

function isKnown(commit) {
  try {
    git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`)
    return true
  } catch {
    return false
  }
}

const linesOf = (text) => text.split('\n').filter((line) => line !== '')
