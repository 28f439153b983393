import http from 'node:http'
import Module from 'node:module'
import { patch, type Undo } from '../../patch'

type Https = typeof import('node:https')
type Load = (this: unknown, id: unknown, ...rest: unknown[]) => unknown

// Node documents neither. Every `require` calls `_load`, and Node adds each built-in module to the
// list once it is loaded.
const loader = Module as unknown as { _load: Load }
const { moduleLoadList } = process as unknown as { moduleLoadList?: readonly string[] }

/**
 * Calls `found` with `node:https` once the app has loaded it, or at once if it is already loaded.
 * This function never loads it: with it comes `node:tls`, for which Node 22 and later read all root
 * certificates in a thread, 8 ms of CPU and 2 MB, and many services never use it.
 *
 * For a `require`, the exports are patched before anybody has them. An `import` calls no hook, but
 * `node:https` creates its global agent while it is loaded, and the agent adds a listener to
 * itself: one microtask later, the importing module has not run yet.
 *
 * @returns a function that stops waiting
 */
export function onHttpsLoaded(found: (https: Https) => void): Undo {
  const undos: Undo[] = []
  const stop = () => {
    for (const undo of undos.splice(0)) undo()
  }
  const look = () => {
    if (undos.length === 0 || !isLoaded()) return
    stop()
    found(require('node:https'))
  }
  if (isLoaded()) {
    found(require('node:https'))
    return stop
  }
  const lookAfter = (load: Load): Load =>
    function (id, ...rest) {
      const exports = Reflect.apply(load, this, [id, ...rest])
      if (id === 'https' || id === 'node:https') look()
      return exports
    }
  undos.push(
    patch(loader, '_load', lookAfter),
    patch(
      http.Agent.prototype,
      'on',
      (on) =>
        function (this: http.Agent, ...args: Parameters<typeof on>) {
          queueMicrotask(look)
          return Reflect.apply(on, this, args)
        } as typeof on,
    ),
  )
  // Since Node 20.16.
  const host = process as unknown as { getBuiltinModule?: Load }
  if (host.getBuiltinModule) undos.push(patch(host as { getBuiltinModule: Load }, 'getBuiltinModule', lookAfter))
  return stop
}

function isLoaded(): boolean {
  return moduleLoadList?.includes('NativeModule https') ?? true
}
