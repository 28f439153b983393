import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A file of a package that the app's own package.json lists as a dependency.
 *
 * @returns the file's absolute path; `undefined` when the app does not list the package, or the
 *   package has no such file
 */
export function declaredPackage(packageName: string, file: string): string | undefined {
  const app = appDirectory()
  if (app === undefined || !dependenciesIn(app).has(packageName)) return undefined
  for (let dir = app; ; dir = dirname(dir)) {
    const found = join(dir, 'node_modules', packageName, file)
    if (existsSync(found)) return found
    if (dir === dirname(dir)) return undefined
  }
}

/** The folder of the package.json that governs the process's script. */
function appDirectory(): string | undefined {
  const script = process.argv[1]
  if (script === undefined) return undefined
  for (let dir = dirname(script); ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json'))) return dir
    if (dir === dirname(dir)) return undefined
  }
}

function dependenciesIn(dir: string): ReadonlySet<string> {
  try {
    const manifest = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    return new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))
  } catch {
    return new Set()
  }
}
