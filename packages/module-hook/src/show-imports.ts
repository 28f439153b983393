import { hookCompile, type LoadedModule } from './compile-hook'
import { packageOf, showToRequireHooks } from './require-hooks'

/**
 * Has the `require` hooks that are installed (those of the OpenTelemetry contrib instrumentations)
 * see what is `import`ed of these CommonJS packages, which by themselves they do not: they need a
 * loader for it. The importer gets the exports that the hooks return. A package of ES modules stays
 * unseen.
 *
 * @param packageNames - the names in `node_modules`, such as `pg` or `@redis/client`
 * @returns a function that ends it
 * @example
 * ```ts
 * const instrumentation = new PgInstrumentation()
 * const stop = showImports(instrumentation.getModuleDefinitions().map(({ name }) => name))
 * ```
 */
export function showImports(packageNames: readonly string[]): () => void {
  const names = new Set(packageNames)
  if (names.size === 0) return () => {}
  const undo = hookCompile(
    (path) => names.has(packageOf(path) ?? ''),
    (compile) =>
      function (content, filename, ...rest) {
        const result = compile.call(this, content, filename, ...rest)
        if (isImported(this) && names.has(packageOf(filename) ?? '')) showToRequireHooks(this, filename)
        return result
      },
  )
  return () => {
    names.clear()
    undo()
  }
}

/** What is `require`d has a parent, and the hooks see it anyhow. */
function isImported({ parent }: LoadedModule): boolean {
  return parent === undefined || parent === null
}
