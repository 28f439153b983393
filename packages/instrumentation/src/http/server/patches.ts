import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import http from 'node:http'
import net, { type Socket } from 'node:net'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Emit } from '../message'

/**
 * The diagnostics channel on which Node publishes every connection, right after the server has
 * emitted it.
 */
const CONNECTION = 'net.server.socket'
/** How often one object's `emit` is replaced. Somebody who restores it again and again wins. */
const MAX_PATCHES = 8

type Owner = { emit: Emit }

/** The callbacks of a replacement. */
export interface Patching {
  /** Call it with each server that emits a `connection`. */
  announce(server: unknown): void
  /**
   * Call it when the replacement runs after it was removed: another patch was on top of it, and may
   * be gone.
   */
  takeBack(): void
}

/**
 * Replaces the `emit` of every server of this process. `http.Server`, `https.Server` and both
 * servers of `node:http2` inherit from `net.Server`, so one patch of its prototype sees them all,
 * existing servers included. It does not see servers whose `emit` somebody has already replaced
 * further down, on a prototype between or on one server, as APMs do: their replacement calls the
 * original directly. The first connection of such a server, before its first request, reveals it,
 * and it is patched where its `emit` is. A later patch of somebody else calls this one.
 *
 * Some requests therefore pass the replacement twice.
 *
 * @param replace - returns the replacement of the given `emit`
 */
export function patchServers(replace: (original: Emit, patching: Patching) => Emit): Undo {
  const patches = new Patches()
  let announcer: unknown
  const patching: Patching = {
    announce(server) {
      announcer = server
    },
    takeBack: () => patches.undo(),
  }
  const put = (owner: Owner) => patches.put(owner, (original) => replace(original, patching))
  const onConnection = (message: unknown) => {
    const { server } = (message as { socket: Socket & { server?: net.Server } }).socket
    const cameBy = server === undefined || announcer === server
    announcer = undefined
    if (!cameBy) put(ownerOfEmit(server))
  }
  put(net.Server.prototype as unknown as Owner)
  // Its requests may also come without a connection: an app may emit them itself.
  if (Object.hasOwn(http.Server.prototype, 'emit')) put(http.Server.prototype as unknown as Owner)
  subscribe(CONNECTION, onConnection)
  return () => {
    unsubscribe(CONNECTION, onConnection)
    patches.undo()
  }
}

/** The object that has a server's `emit`, if it is below `net.Server.prototype`. */
function ownerOfEmit(server: net.Server): Owner {
  let owner: object | null = server
  while (owner !== null && owner !== net.Server.prototype && !Object.hasOwn(owner, 'emit'))
    owner = Object.getPrototypeOf(owner)
  return (owner ?? net.Server.prototype) as Owner
}

/** The patched objects, and how to undo each patch. Holds servers weakly. */
class Patches {
  readonly #undos = new WeakMap<object, Undo[]>()
  #owners: WeakRef<object>[] = []

  /** Does nothing, and reports it once, for an object that cannot be patched. */
  put(owner: Owner, replace: (original: Emit) => Emit): void {
    const known = this.#undos.get(owner)
    const undos = known ?? []
    if (undos.length >= MAX_PATCHES) return
    try {
      undos.push(patch(owner, 'emit', replace))
    } catch (error) {
      reportOnce('a server could not be traced', error)
    }
    if (known !== undefined) return
    this.#undos.set(owner, undos)
    this.#owners = this.#owners.filter((each) => each.deref() !== undefined)
    this.#owners.push(new WeakRef(owner))
  }

  undo(): void {
    for (const each of this.#owners) {
      const owner = each.deref()
      const undos = owner && this.#undos.get(owner)
      for (const undo of undos?.toReversed() ?? []) undo()
    }
  }
}
