import type { TopLevel } from '@heddle/module-hook'
import { patch, type Undo } from '../patch'

// biome-ignore lint/suspicious/noExplicitAny: a library's function, of any type
type Declared = (this: any, ...args: any[]) => unknown

/**
 * Replaces a function that a file declares: for the file itself and those that import it as an ES
 * module by assigning it, for those that require it in the exports, which had it before. Does nothing
 * where the file does not declare it. A CommonJS file is to be asked for `exports` among its names.
 */
export function replaceFunction(topLevel: TopLevel, name: string, replace: (original: Declared) => Declared): Undo[] {
  const original = topLevel[name]
  if (typeof original !== 'function') return []
  const replacement = replace(original as Declared)
  topLevel[name] = replacement
  const exports = topLevel['exports'] as Record<string, unknown> | undefined
  const undos: Undo[] = [
    () => {
      if (topLevel[name] === replacement) topLevel[name] = original
    },
  ]
  if (exports?.[name] === original) undos.push(patch(exports, name, () => replacement))
  return undos
}
