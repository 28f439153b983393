import type { Socket } from 'node:net'
import { MESSAGE_STATE, type Message } from '../message'
import type { OutgoingResponse, ServerExchange } from './exchange'

const waiting = new WeakMap<Socket, Set<OutgoingResponse>>()

/**
 * Ends the exchange when its connection dies before this response's turn. Such a pipelined response
 * belongs to no socket yet, and Node never emits `close` or `error` on it.
 *
 * One listener per connection, however many requests are pipelined on it; an ended response is
 * removed at once.
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
