import { showImports } from '@heddle/module-hook'

type Patch = (exports: unknown, version?: string) => unknown

/** What contrib's instrumentations patch: a file of a package, or its main one. */
interface Definition {
  readonly name: string
  readonly files?: readonly Definition[]
  patch?: Patch
  unpatch?: Patch
}

/** `getModuleDefinitions()` makes new ones, which nobody calls. */
interface Patching {
  readonly _modules?: readonly Definition[]
}

/**
 * Has contrib's instrumentations see CommonJS packages that an ES module imports, for which they
 * would need a loader hook. Where there is one too, a package is patched once.
 *
 * @returns the function that ends it
 */
export function seeImportedPackages(instrumentations: readonly object[]): () => void {
  const definitions = instrumentations.flatMap((each: Patching) => each._modules ?? [])
  for (const definition of definitions) for (const each of [definition, ...(definition.files ?? [])]) patchOnce(each)
  return showImports(definitions.map(({ name }) => name))
}

/** A loader hook shows the namespace of the module whose exports were seen before. */
function patchOnce(definition: Definition): void {
  const { patch, unpatch } = definition
  const patched = new WeakSet<object>()
  if (patch !== undefined)
    definition.patch = function (exports, version) {
      const own = exportsOf(exports)
      if (own !== exports && patched.has(own as object)) return exports
      const result = patch.call(this, exports, version)
      // Some put other exports into the place of those.
      for (const each of [own, exportsOf(result)]) if (isObject(each)) patched.add(each)
      return result
    }
  if (unpatch !== undefined)
    definition.unpatch = function (exports, version) {
      const own = exportsOf(exports)
      if (isObject(own)) patched.delete(own)
      return unpatch.call(this, exports, version)
    }
}

/** Of a namespace, the exports of the CommonJS module. */
function exportsOf(exports: unknown): unknown {
  const { default: own, [Symbol.toStringTag]: tag } = (exports ?? {}) as {
    default?: unknown
    [Symbol.toStringTag]?: string
  }
  return tag === 'Module' && isObject(own) ? own : exports
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
