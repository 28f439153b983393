import { sep } from 'node:path'
import { diag } from '@opentelemetry/api'
import type { LoadedModule } from './compile-hook'

const NODE_MODULES = `${sep}node_modules${sep}`

/**
 * The `require` of this file began before the hooks were installed, and an `import` never calls the
 * hooks. A second `require`, now that the file has run, calls them; `require` and `import` both get
 * the exports that the hooks return.
 */
export function showToRequireHooks(module: LoadedModule, filename: string): void {
  const { loaded } = module
  try {
    // Node would take this for a circular `require`, and warn of what the hooks ask the exports for.
    module.loaded = true
    module.exports = module.require(filename)
  } catch (error) {
    diag.error(`${filename} could not be instrumented`, error)
  } finally {
    module.loaded = loaded
  }
}

/**
 * `pg` or `@redis/client` from the path of one of its files; `undefined` for a file of the app's
 * own.
 */
export function packageOf(path: string): string | undefined {
  const start = path.lastIndexOf(NODE_MODULES)
  if (start < 0) return undefined
  const [first, second] = path.slice(start + NODE_MODULES.length).split(sep, 2)
  return first?.startsWith('@') ? `${first}/${second}` : first
}
