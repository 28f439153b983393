import http from 'node:http'
import Module from 'node:module'
import { patch, type Undo } from '../../patch'

type Https = typeof import('node:https')
type Load = (this: unknown, id: unknown, ...rest: unknown[]) => unknown

// Node documents neither. Every `require` passes through `_load`, and each built-in module is entered in the list once it is loaded.
const loader = Module as unknown as { _load: Load }
const { moduleLoadList } = process as unknown as { moduleLoadList?: readonly string[] }

/**
 * Calls `found` with `node:https` once the app has loaded it; at once if it has already. It is not loaded for its own sake: for `node:tls`, which
 * comes with it, Node 22 and later read all root certificates in a thread, 8 ms of CPU and 2 MB, and many services never use it.
 *
 * Of a `require` the exports are patched before anybody has them. An `import` passes through nothing of ours, but while it is loaded `node:https`
 * makes its global agent, which listens to itself: a microtask later, the module that imports has not run yet.
 *
 * @returns stops waiting
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
