import type { Socket } from 'node:net'
import type { ServerExchange } from './server-exchange'

const waiting = new WeakMap<Socket, Set<ServerExchange>>()

/**
 * Ends the exchange when its connection dies before it was this response's turn. Such a pipelined response belongs to no
 * socket yet, and Node tells it of nothing: no `close`, no `error`, ever.
 *
 * One listener per connection, however many requests are pipelined on it.
 */
export function endWithConnection(socket: Socket, exchange: ServerExchange): void {
  const known = waiting.get(socket)
  const exchanges = known ?? new Set()
  dropEnded(exchanges)
  exchanges.add(exchange)
  if (known !== undefined) return
  waiting.set(socket, exchanges)
  socket.once('close', () => {
    for (const pending of exchanges) pending.end()
  })
}

/** Responses leave in the order of their requests, so those that have ended stand in front. */
function dropEnded(exchanges: Set<ServerExchange>): void {
  for (const exchange of exchanges) {
    if (!exchange.ended) return
    exchanges.delete(exchange)
  }
}
