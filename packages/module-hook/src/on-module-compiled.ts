import { readFileSync } from 'node:fs'
import Module from 'node:module'
import { join, normalize, sep } from 'node:path'
import { diag } from '@opentelemetry/api'
import { type Compile, hookCompile, type LoadedModule } from './compile-hook'

/** The copy of a package that a hooked file belongs to. `dir` is the absolute path of its root. */
export interface PackageCopy {
  readonly name: string
  readonly version: string
  readonly dir: string
}

type Patch = (exports: unknown, copy: PackageCopy) => unknown
type Subscription = { readonly packageName: string; readonly suffix: string; readonly patch: Patch }

const loader = Module as unknown as { _cache?: Record<string, LoadedModule | undefined> }
const subscriptions = new Set<Subscription>()
const copies = new Map<string, PackageCopy | undefined>()
let uninstall: (() => boolean) | undefined

/**
 * Calls `patch` with the exports of `file` (relative to the package's root) for every copy of a CommonJS package, those already
 * loaded included. What `patch` returns, if anything, replaces the exports; for a file already loaded only later `require`s
 * see that, while changes made to the exported objects themselves are seen by all. Errors go to `diag`, never to the app.
 *
 * @returns a function that ends the subscription
 */
export function onModuleCompiled(packageName: string, file: string, patch: Patch): () => void {
  const subscription = { packageName, suffix: sep + normalize(file), patch }
  subscriptions.add(subscription)
  uninstall ??= hookCompile(isAwaited, applying)
  for (const [filename, module] of Object.entries(loader._cache ?? {})) {
    if (module?.loaded) apply(subscription, module, filename)
  }
  return () => {
    if (!subscriptions.delete(subscription) || subscriptions.size > 0) return
    // Else it stays, under what somebody has put on top, and only passes on until there is something to hook again.
    if (uninstall?.()) uninstall = undefined
  }
}

function isAwaited(filename: string): boolean {
  for (const { suffix } of subscriptions) if (filename.endsWith(suffix)) return true
  return false
}

function applying(original: Compile): Compile {
  return function (content, filename, ...rest) {
    const result = original.call(this, content, filename, ...rest)
    for (const subscription of subscriptions) apply(subscription, this, filename)
    return result
  }
}

function apply({ packageName, suffix, patch }: Subscription, module: LoadedModule, filename: string): void {
  if (!filename.endsWith(suffix)) return
  const copy = copyAt(filename.slice(0, -suffix.length))
  if (copy?.name !== packageName) return
  try {
    const replaced = patch(module.exports, copy)
    if (replaced !== undefined) module.exports = replaced
  } catch (error) {
    diag.error(`${packageName}@${copy.version} is not instrumented: hooking ${suffix.slice(1)} failed`, error)
  }
}

/** The name is the one in package.json, so aliases and pnpm's folders need no special case. */
function copyAt(dir: string): PackageCopy | undefined {
  if (!copies.has(dir)) copies.set(dir, readCopy(dir))
  return copies.get(dir)
}

function readCopy(dir: string): PackageCopy | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    return { name, version, dir }
  } catch {
    return undefined
  }
}
