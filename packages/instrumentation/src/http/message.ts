/**
 * Where a request or response carries what we remember of it. A registered symbol, so that two copies of this package in one
 * process see each other's requests and trace them once; a property, so that it survives a framework swapping the prototype.
 */
export const MESSAGE_STATE = Symbol.for('heddle.http.message-state')

/** `EventEmitter.prototype.emit`, or whatever stood in its place. */
export type Emit = (this: unknown, event: string | symbol, ...args: unknown[]) => boolean

/** What is remembered of a message, and how its events reach their listeners. */
export interface MessageState {
  emit(message: object, emit: Emit, event: string | symbol, args: unknown[]): boolean
}

/** A client's or server's request or response, once it is traced. */
export interface Message {
  [MESSAGE_STATE]?: MessageState
}
