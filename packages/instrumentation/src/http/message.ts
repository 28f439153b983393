import type { ServerRequestState } from './server-request'

/**
 * Where a request or response carries what we remember of it. A registered symbol, so that two copies of this package in one
 * process see each other's requests and trace them once; a property, so that it survives a framework swapping the prototype.
 */
export const MESSAGE_STATE = Symbol.for('heddle.http.message-state')

/** `EventEmitter.prototype.emit`, or whatever stood in its place. */
export type Emit = (this: unknown, event: string | symbol, ...args: unknown[]) => boolean

/** What is remembered of a message, and how its events reach their listeners. */
export interface MessageState {
  /** Set on the messages of a server. */
  readonly server?: ServerRequestState & ShowsRoute
  /** Emits the event through `emit`, the original method, in the right context. */
  emit(message: object, emit: Emit, event: string | symbol, args: unknown[]): boolean
}

/** A client's or server's request or response, once it is traced. */
export interface Message {
  [MESSAGE_STATE]?: MessageState
}

/** A server span whose name and `http.route` can be brought in line with its state's route. */
export interface ShowsRoute {
  showRoute(): void
}
