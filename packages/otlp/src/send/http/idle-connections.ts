import type { Agent, ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

/**
 * How long a connection may be idle of which the server has not said how long it keeps it. Load
 * balancers usually do for a minute.
 */
const USUAL_MS = 30_000
/**
 * How long before the end that the server has announced a connection is no longer used: a request
 * must not meet its FIN on the way.
 */
const MARGIN_MS = 1_000

/**
 * Keeps a request from going out on a connection that the server is just about to close. Such a
 * request may be lost, or else be taken and never answered; it has to be sent once more, and then
 * arrives twice.
 */
export class IdleConnections {
  readonly #usableUntil = new WeakMap<Socket, number>()

  /** Learns of each connection how long the server keeps it. */
  watch(agent: Agent): void {
    agent.keepSocketAlive = (socket) => {
      const { res } =
        (socket as { _httpMessage?: ClientRequest & { readonly res?: IncomingMessage } })._httpMessage ?? {}
      const hint = /\btimeout=(\d+)/i.exec(String(res?.headers['keep-alive'] ?? ''))?.[1]
      const keptMs = hint === undefined ? USUAL_MS : Number(hint) * 1_000 - MARGIN_MS
      if (keptMs <= 0) return false
      this.#usableUntil.set(socket as Socket, performance.now() + keptMs)
      ;(socket as Socket).setKeepAlive(true, 1_000).unref()
      return true
    }
  }

  /**
   * Closes the connections that are no longer to be used. Resolves when those that the server has
   * closed by now are known to be closed.
   */
  async weedOut(agent: Agent | undefined): Promise<void> {
    const sockets = Object.values(agent?.freeSockets ?? {}).flatMap((list) => list ?? [])
    if (sockets.length === 0) return
    // The answer may have been read in this very turn of the event loop, and the FIN behind it is
    // read in the next one.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    const now = performance.now()
    for (const socket of sockets) {
      if (now > (this.#usableUntil.get(socket) ?? 0)) socket.destroy()
    }
  }
}
