import type { EventEmitter } from 'node:events'
import type { ServerRequestState } from './server-request'

/**
 * Where a request or response carries what we remember of it. A registered symbol, so that two copies of this package in one
 * process see each other's requests and trace them once; a property, so that it survives a framework swapping the prototype.
 */
export const MESSAGE_STATE = Symbol.for('heddle.http.message-state')

/** `EventEmitter.prototype.emit`, or whatever stood in its place. */
export type Emit = (this: unknown, ...args: EmitArguments) => boolean

/** The event, and what its listeners are given. */
export type EmitArguments = [event: string | symbol, ...args: unknown[]]

/** What is remembered of a message, and how its events reach their listeners. */
export interface MessageState {
  /** Set on the messages of a server. */
  readonly server?: ServerRequestState & ShowsRoute
  /** Whether the event is to go through {@link emit}. Most have no listener, or are in the right context already. */
  concerns(message: EventEmitter, event: unknown): boolean
  /** Emits an event through `emit`, the original method, in the right context. Its arguments begin with the event. */
  emit(message: EventEmitter, emit: Emit, args: EmitArguments): boolean
}

/** A client's or server's request or response, once it is traced. */
export interface Message {
  [MESSAGE_STATE]?: MessageState
}

/** A server span whose name and `http.route` can be brought in line with its state's route. */
export interface ShowsRoute {
  showRoute(): void
}
