/** Removes a patch. */
export type Undo = () => void

/**
 * Replaces a method, own or inherited, and returns a function that restores it.
 *
 * When somebody else has patched the same method since, their patch stays, and so does the
 * replacement that it calls: a replacement must therefore do nothing of its own once its
 * instrumentation is disabled.
 */
export function patch<Target extends object, Name extends keyof Target>(
  target: Target,
  name: Name,
  replace: (original: Target[Name]) => Target[Name],
): Undo {
  const own = Object.getOwnPropertyDescriptor(target, name)
  const replacement = replace(target[name])
  Object.defineProperty(target, name, {
    value: replacement,
    configurable: true,
    writable: true,
    enumerable: own?.enumerable ?? false,
  })
  return () => {
    if (target[name] !== replacement) return
    if (own === undefined) delete target[name]
    else Object.defineProperty(target, name, own)
  }
}
