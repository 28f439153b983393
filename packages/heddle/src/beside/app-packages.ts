import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Returns the path of a package that the app has asked for by name: its main file, as `require`
 * resolves it. The app is what lies above the main script: its package.json, and that of the
 * workspace around it. What only the dependency of a dependency brings along is not meant.
 *
 * @param by - a package that may have been asked for in its place, as it brings it along
 * @returns `undefined` when no package.json names it, or it is not installed
 */
export function appPackage(name: string, by: string): string | undefined {
  for (const manifest of manifestsAbove(process.argv[1] ?? join(process.cwd(), 'index.js'))) {
    const names = dependenciesIn(manifest)
    const own = names.has(name) ? resolved(name, manifest) : undefined
    const from = own === undefined && names.has(by) ? resolved(by, manifest) : undefined
    const found = own ?? (from === undefined ? undefined : resolved(name, from))
    if (found !== undefined) return found
  }
  return undefined
}

function* manifestsAbove(file: string): Generator<string> {
  for (let dir = dirname(file); ; dir = dirname(dir)) {
    yield join(dir, 'package.json')
    if (dir === dirname(dir)) return
  }
}

function dependenciesIn(manifest: string): ReadonlySet<string> {
  try {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8'))
    return new Set(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))
  } catch {
    return new Set()
  }
}

function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}
