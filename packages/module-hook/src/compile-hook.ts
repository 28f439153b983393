import Module from 'node:module'

/** A CommonJS module while it is loaded. */
export interface LoadedModule {
  exports: unknown
  readonly filename?: string | null
  readonly loaded: boolean
  require(id: string): unknown
}

/** Node's own method: compiles a file and runs it. */
export type Compile = (this: LoadedModule, content: string, filename: string, ...rest: unknown[]) => unknown

// Undocumented but stable: Node compiles every CommonJS file here, whether it was required or imported.
const { prototype } = Module as unknown as { prototype: { _compile: Compile } }

/**
 * Replaces `_compile` for the files that are wanted, and for no others: while a file runs its `_compile` is in the stack, and with it in that of
 * every error made meanwhile. So the method becomes a property that is read, by the module whose file it is about to compile.
 *
 * Whoever reads it from the prototype, to put something in its place, gets the replacement; what they put there takes its place.
 *
 * @param wants - asked for each file, by its absolute path
 * @returns takes it back, and says whether it could. Where somebody has come on top the replacement stays, for good
 */
export function hookCompile(
  wants: (filename: string) => boolean,
  replace: (original: Compile) => Compile,
): () => boolean {
  const before = Object.getOwnPropertyDescriptor(prototype, '_compile')
  // A loader of another kind, such as that of Jest.
  if (before === undefined) return () => true
  const replacements = new WeakMap<Compile, Compile>()
  const replacementOf = (original: Compile) => {
    const replacement = replacements.get(original) ?? replace(original)
    return replacements.set(original, replacement) && replacement
  }
  const get = function (this: LoadedModule): Compile {
    const original: Compile = before.get ? before.get.call(this) : before.value
    // Some compile a module without having told it its file.
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
