import Module from 'node:module'
import { sep } from 'node:path'
import { type Compile, hookCompile, type LoadedModule } from './compile-hook'
import { packageOf, showToRequireHooks } from './require-hooks'

const loader = Module as unknown as { _cache?: Record<string, LoadedModule | undefined> }
/** What waits for a package, and whether it installs `require` hooks. */
type Waiting = { readonly beforeLoad: () => void; readonly installsHooks: boolean }
const awaited = new Map<string, Set<Waiting>>()
let undo: (() => boolean) | undefined

/**
 * Calls `beforeLoad` once, when the first file of a package is about to run, or at once when the
 * package is already loaded. `require` hooks that `beforeLoad` installs (the OpenTelemetry contrib
 * instrumentations do) see that first file too. An error that `beforeLoad` throws goes to `diag`,
 * never to the app.
 *
 * @param packageName - the name in `node_modules`, such as `pg` or `@redis/client`
 * @param options.installsHooks - `false` for one that only wants to know, so that no file is shown
 *   to `require` hooks once more. @default true
 * @returns a function that ends the subscription
 * @example
 * ```ts
 * const stop = onFirstLoad('pg', () => new PgInstrumentation().enable())
 * ```
 */
export function onFirstLoad(
  packageName: string,
  beforeLoad: () => void,
  { installsHooks = true }: { readonly installsHooks?: boolean } = {},
): () => void {
  const loaded = loadedFiles(packageName)
  if (loaded.length > 0) {
    beforeLoad()
    for (const [path, module] of loaded) if (installsHooks) showToRequireHooks(module, path)
    return () => {}
  }
  const waiting = awaited.get(packageName) ?? new Set()
  const own = { beforeLoad, installsHooks }
  awaited.set(packageName, waiting.add(own))
  undo ??= hookCompile((path) => awaited.has(packageOf(path) ?? ''), watching)
  return () => {
    if (waiting.delete(own) && waiting.size === 0) forget(packageName)
  }
}

function loadedFiles(packageName: string): [path: string, module: LoadedModule][] {
  // One asks for dozens of packages when nearly nothing is loaded: it is to cost next to nothing.
  const folder = sep + packageName.replaceAll('/', sep) + sep
  const files: [string, LoadedModule][] = []
  for (const path in loader._cache) {
    const module = path.includes(folder) && packageOf(path) === packageName ? loader._cache[path] : undefined
    if (module) files.push([path, module])
  }
  return files
}

function watching(compile: Compile): Compile {
  return function (content, filename, ...rest) {
    const packageName = awaited.size > 0 ? packageOf(filename) : undefined
    const waiting = packageName === undefined ? undefined : awaited.get(packageName)
    if (packageName === undefined || waiting === undefined) return compile.call(this, content, filename, ...rest)
    forget(packageName)
    for (const { beforeLoad } of waiting) beforeLoad()
    const result = compile.call(this, content, filename, ...rest)
    if ([...waiting].some(({ installsHooks }) => installsHooks)) showToRequireHooks(this, filename)
    return result
  }
}

function forget(packageName: string): void {
  awaited.delete(packageName)
  if (awaited.size > 0) return
  undo?.()
  undo = undefined
}
