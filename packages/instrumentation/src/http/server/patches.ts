import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import http from 'node:http'
import net, { type Socket } from 'node:net'
import { patch, type Undo } from '../../patch'
import { reportOnce } from '../../report'
import type { Emit } from '../message'

/** Node publishes every connection on it, right after the server has emitted it. */
const CONNECTION = 'net.server.socket'
/** How often the `emit` of one object is replaced. Whoever puts it back time and again is to have it. */
const MAX_PATCHES = 8

type Owner = { emit: Emit }

/** What a replacement is to call. */
export interface Patching {
  /** With each server that emits a `connection`. */
  announce(server: unknown): void
  /** When it is called though it was taken back: somebody was on top of it, and may be no more. */
  takeBack(): void
}

/**
 * Replaces the `emit` of every server of this process. `http.Server`, `https.Server` and both servers of `node:http2` inherit from `net.Server`,
 * so one patch of its prototype sees them all, those that exist included; unless somebody has replaced the method further down before, on
 * a prototype between or on one server, as APMs do: then theirs calls the original, and never comes by. A server whose connections do not
 * come by is found out by its first one, before that can bring a request, and is patched where its `emit` is. Who patches after us calls ours.
 *
 * So some requests meet the replacement twice.
 *
 * @param replace - makes the replacement of what stands in its place
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
  // Its requests may come without a connection, too: an app may emit them itself.
  if (Object.hasOwn(http.Server.prototype, 'emit')) put(http.Server.prototype as unknown as Owner)
  subscribe(CONNECTION, onConnection)
  return () => {
    unsubscribe(CONNECTION, onConnection)
    patches.undo()
  }
}

/** The object that a server has its `emit` from, if that is below `net.Server.prototype`. */
function ownerOfEmit(server: net.Server): Owner {
  let owner: object | null = server
  while (owner !== null && owner !== net.Server.prototype && !Object.hasOwn(owner, 'emit'))
    owner = Object.getPrototypeOf(owner)
  return (owner ?? net.Server.prototype) as Owner
}

/** What was patched, and how to take it back. A server that is gone is not kept for that. */
class Patches {
  readonly #undos = new WeakMap<object, Undo[]>()
  #owners: WeakRef<object>[] = []

  /** Does nothing, and says so once, where it cannot be done. */
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
