import Module from 'node:module'
import { diag } from '@opentelemetry/api'
import { AwaitedFiles } from './awaited-files'
import { type Compile, hookCompile, type LoadedModule } from './compile-hook'
import { copyWith, type PackageCopy } from './package-copy'
import { handedOver, receiveHandedOver } from './top-level/receiver'
import type { HandedOver, HandedOverModule } from './top-level/text'

type Patch = (exports: unknown, copy: PackageCopy) => unknown
interface Subscription {
  readonly packageName: string
  readonly file: string
  readonly patch: Patch
}

const loader = Module as unknown as { _cache?: Record<string, LoadedModule | undefined> }
const subscriptions = new AwaitedFiles<Subscription>()
let uninstall: (() => boolean) | undefined
let stopReceiving: (() => void) | undefined

/**
 * Calls `patch` with the exports of `file` for every copy of a CommonJS package, also for copies
 * that are already loaded, and for files that a bundler has put into the app with
 * {@link moduleText}. A value that `patch` returns replaces the exports. For an already loaded
 * file only later `require`s see the replaced exports, while every holder sees changes made to the
 * exported objects themselves. Errors go to `diag`, never to the app.
 *
 * @param packageName - the name in the package's package.json
 * @param file - relative to the package's root, such as `lib/tools.js`
 * @returns a function that ends the subscription
 * @example
 * ```ts
 * const stop = onModuleCompiled('pino', 'lib/tools.js', (exports) => patchTools(exports))
 * ```
 */
export function onModuleCompiled(packageName: string, file: string, patch: Patch): () => void {
  const subscription = { packageName, file, patch }
  subscriptions.add(subscription)
  uninstall ??= hookCompile((filename) => subscriptions.has(filename), applying)
  stopReceiving ??= receiveHandedOver((each) => {
    for (const subscription of subscriptions) applyToBundled(subscription, each)
  })
  for (const [filename, module] of Object.entries(loader._cache ?? {})) {
    if (module?.loaded) apply(subscription, module, filename)
  }
  for (const each of handedOver()) applyToBundled(subscription, each)
  return () => {
    if (!subscriptions.delete(subscription) || !subscriptions.isEmpty) return
    stopReceiving?.()
    stopReceiving = undefined
    // Otherwise the hook stays beneath the patch on top of it, and passes calls on until there is a
    // file to hook again.
    if (uninstall?.()) uninstall = undefined
  }
}

function applying(original: Compile): Compile {
  return function (content, filename, ...rest) {
    const result = original.call(this, content, filename, ...rest)
    for (const subscription of subscriptions.of(filename)) apply(subscription, this, filename)
    return result
  }
}

function apply(subscription: Subscription, module: LoadedModule, filename: string): void {
  const copy = copyWith(filename, subscription.packageName, subscription.file)
  if (copy !== undefined) patchModule(subscription, module, copy)
}

function applyToBundled(subscription: Subscription, [name, file, version, , module]: HandedOver): void {
  if (module === undefined || name !== subscription.packageName || file !== subscription.file) return
  patchModule(subscription, module, { name, version, dir: '' })
}

function patchModule({ packageName, file, patch }: Subscription, module: HandedOverModule, copy: PackageCopy): void {
  try {
    const replaced = patch(module.exports, copy)
    if (replaced !== undefined) module.exports = replaced
  } catch (error) {
    diag.error(`${packageName}@${copy.version} is not instrumented: hooking ${file} failed`, error)
  }
}
