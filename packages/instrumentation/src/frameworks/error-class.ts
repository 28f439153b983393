import { suspectError } from '../http/server/request-state'
import type { Undo } from '../patch'

/**
 * Has every error of a framework's class suspected of being what its request is answered with. Such a class names each error in its
 * constructor, `this.name = 'TRPCError'`: so a setter on its prototype is told of them all, whoever makes them, even where the functions
 * of a module cannot be replaced.
 *
 * @param originalOf - what the app threw, when the error only stands for it
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
      // What an assignment makes where there is no setter.
      Object.defineProperty(this, 'name', { value, configurable: true, enumerable: true, writable: true })
      suspectError(this, originalOf)
    },
  })
  return [() => void Reflect.deleteProperty(prototype, 'name')]
}
