import { suspectError } from '../http/server/request-state'
import type { Undo } from '../patch'

/**
 * Suspects every error of a framework's class to be the error of its request. Such a class sets
 * each error's name in its constructor, `this.name = 'TRPCError'`: a setter on its prototype
 * therefore sees all of them, whoever creates them, even where the functions of a module cannot be
 * replaced.
 *
 * @param originalOf - returns the app's own error, when the framework's error only wraps it
 */
export function watchErrors(prototype: object, originalOf: (error: object) => unknown): Undo[] {
  if (Object.hasOwn(prototype, 'name')) return []
  const inherited: object = Object.getPrototypeOf(prototype)
  Object.defineProperty(prototype, 'name', {
    configurable: true,
    enumerable: false,
    get() {
      return Reflect.get(inherited, 'name', this)
    },
    set(this: object, value: unknown) {
      // The property that an assignment creates without a setter.
      Object.defineProperty(this, 'name', { value, configurable: true, enumerable: true, writable: true })
      suspectError(this, originalOf)
    },
  })
  return [() => void Reflect.deleteProperty(prototype, 'name')]
}
