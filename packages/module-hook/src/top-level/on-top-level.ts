import Module from 'node:module'
import { diag } from '@opentelemetry/api'
import { AwaitedFiles } from '../awaited-files'
import { type Compile, hookCompile, type LoadedModule } from '../compile-hook'
import { copyWith } from '../package-copy'
import { hookModules } from './module-hooks'
import { forgetHandedOver, handedOver, receiveHandedOver } from './receiver'
import { type HandedOver, type TopLevel, type TopLevelFile, topLevelText } from './text'

/** A file, and who is given what it declares. */
export interface TopLevelSubscription extends TopLevelFile {
  /** Whether it is an ES module; one that ends in `.js`, where its package says so. */
  readonly isModule?: boolean
  /** @param version - of the package */
  receive(topLevel: TopLevel, version: string): void
}

const loader = Module as unknown as { _cache?: Record<string, LoadedModule | undefined> }
const subscriptions = new AwaitedFiles<TopLevelSubscription>()
let stops: (() => void)[] = []

/**
 * Calls each `receive` with what its file has declared at its top level, exported or not, when Node
 * has run the file: CommonJS and ES modules, each copy of the package, and files that a bundler has put
 * into the app with {@link topLevelText}. Of a CommonJS file that is loaded already, `receive` gets the
 * exports, and themselves as `exports`, as those of any CommonJS file are there by that name. Errors go to `diag`, never to the app.
 *
 * @returns a function that ends the subscriptions
 * @example
 * ```ts
 * const receive = ({ Client }) => patchClient(Client)
 * const stop = onTopLevel([{ packageName: 'pg', file: 'lib/client.js', names: ['Client'], receive }])
 * ```
 */
export function onTopLevel(added: readonly TopLevelSubscription[]): () => void {
  for (const each of added) subscriptions.add(each)
  if (stops.length === 0)
    stops = [
      hookCompile((filename) => subscriptions.has(filename), appending),
      receiveHandedOver((file) => handOver(file, subscriptions)),
    ]
  hookModules(added.filter(({ isModule }) => isModule))
  giveLoaded(added)
  for (const file of handedOver()) handOver(file, added)
  return () => {
    for (const each of added) subscriptions.delete(each)
    if (!subscriptions.isEmpty) return
    for (const stop of stops) stop()
    stops = []
  }
}

function giveLoaded(added: readonly TopLevelSubscription[]): void {
  for (const [filename, module] of Object.entries(loader._cache ?? {})) {
    if (!module?.loaded || !subscriptions.has(filename)) continue
    for (const each of added) {
      const copy = copyOf(each, filename)
      if (copy !== undefined) give(each, exportsOf(module), copy.version)
    }
  }
}

function appending(original: Compile): Compile {
  return function (content, filename, ...rest) {
    const wanted = typeof content === 'string' ? wantedOf(filename) : []
    const [first] = wanted
    if (first === undefined) return original.call(this, content, filename, ...rest)
    const result = original.call(this, content + textFor(wanted, first, filename), filename, ...rest)
    forgetHandedOver(first.packageName, first.file)
    return result
  }
}

function wantedOf(filename: string): TopLevelSubscription[] {
  return subscriptions.of(filename).filter((each) => copyOf(each, filename) !== undefined)
}

/** Several subscriptions to one file are one text. */
function textFor(wanted: readonly TopLevelSubscription[], first: TopLevelSubscription, filename: string): string {
  const all = (of: 'names' | 'functions') => [...new Set(wanted.flatMap((each) => each[of] ?? []))]
  const functions = all('functions')
  const names = all('names').filter((name) => !functions.includes(name))
  return topLevelText({ ...first, names, functions }, copyOf(first, filename)!.version)
}

function copyOf({ file, packageName }: TopLevelSubscription, filename: string) {
  return copyWith(filename, packageName, file)
}

/** A class that is the exports itself goes by the name that it has. */
function exportsOf({ exports }: LoadedModule): TopLevel {
  const own = typeof exports === 'function' ? { [exports.name]: exports } : {}
  return Object.assign(own, exports, { exports }) as TopLevel
}

function handOver([packageName, file, version, topLevel]: HandedOver, to: Iterable<TopLevelSubscription>): void {
  if (topLevel === undefined) return
  for (const each of to) {
    if (each.packageName === packageName && each.file === file) give(each, topLevel, version)
  }
}

function give({ packageName, file, receive }: TopLevelSubscription, topLevel: TopLevel, version: string): void {
  try {
    receive(topLevel, version)
  } catch (error) {
    diag.error(`${packageName}@${version} is not instrumented: hooking ${file} failed`, error)
  }
}
