import type { Socket } from 'node:net'
import { MESSAGE_STATE, type Message } from '../message'
import type { OutgoingResponse, ServerExchange } from './exchange'

const waiting = new WeakMap<Socket, Set<OutgoingResponse>>()

/**
 * Ends the exchange when its connection dies before it was this response's turn. Such a pipelined response belongs to no
 * socket yet, and Node tells it of nothing: no `close`, no `error`, ever.
 *
 * One listener per connection, however many requests are pipelined on it; what has ended is taken out at once.
 */
export function endWithConnection(socket: Socket, response: OutgoingResponse, exchange: ServerExchange): void {
  const known = waiting.get(socket)
  const responses = known ?? new Set()
  responses.add(response)
  exchange.waiting = responses
  if (known !== undefined) return
  waiting.set(socket, responses)
  socket.once('close', () => {
    for (const pending of responses) ((pending as Message)[MESSAGE_STATE] as ServerExchange).end(pending)
  })
}
