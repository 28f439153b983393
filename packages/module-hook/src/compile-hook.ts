import Module from 'node:module'

/** A CommonJS module while Node loads it. */
export interface LoadedModule {
  exports: unknown
  readonly filename?: string | null
  loaded: boolean
  /** What has `require`d it first. */
  readonly parent?: LoadedModule | null
  require(id: string): unknown
}

/** `Module.prototype._compile`: compiles a file and runs it. */
export type Compile = (this: LoadedModule, content: string, filename: string, ...rest: unknown[]) => unknown

// Undocumented but stable: Node compiles every CommonJS file here, both for `require` and for
// `import`.
const { prototype } = Module as unknown as { prototype: { _compile: Compile } }

/**
 * Replaces `_compile` for the files that `wants` names, and for no other file. While a file runs,
 * its `_compile` is in the stack, and so in the stack of every error made meanwhile. The method is
 * therefore a getter, which the module that is about to compile reads.
 *
 * Code that reads the method from the prototype in order to wrap it gets the replacement; the
 * method that it sets takes the replacement's place.
 *
 * @param wants - is called for each file, with its absolute path
 * @returns a function that uninstalls the hook and returns whether it could. When somebody has
 *   patched on top, the replacement stays for good
 */
export function hookCompile(
  wants: (filename: string) => boolean,
  replace: (original: Compile) => Compile,
): () => boolean {
  const before = Object.getOwnPropertyDescriptor(prototype, '_compile')
  // Another loader, such as Jest's, has no `_compile`.
  if (before === undefined) return () => true
  const replacements = new WeakMap<Compile, Compile>()
  const replacementOf = (original: Compile) => {
    const replacement = replacements.get(original) ?? replace(original)
    return replacements.set(original, replacement) && replacement
  }
  const get = function (this: LoadedModule): Compile {
    const original: Compile = before.get ? before.get.call(this) : before.value
    // Some loaders compile a module that has no `filename`.
    return typeof this.filename !== 'string' || wants(this.filename) ? replacementOf(original) : original
  }
  const set = function (this: object, value: unknown): void {
    Object.defineProperty(this, '_compile', { value, configurable: true, enumerable: true, writable: true })
  }
  Object.defineProperty(prototype, '_compile', { get, set, configurable: true, enumerable: true })
  return () => {
    const isOurs = Object.getOwnPropertyDescriptor(prototype, '_compile')?.get === get
    if (isOurs) Object.defineProperty(prototype, '_compile', before)
    return isOurs
  }
}
