import type { EventEmitter } from 'node:events'
import type { Context } from '@opentelemetry/api'
import type { ServerRequestState } from './server/state'

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
  /** Whether {@link before} and {@link after} are to be told of the event. Most have no listener, or are in the right context already. */
  concerns(message: EventEmitter, event: unknown): boolean
  /** The event is about to be emitted. @returns the context that its listeners belong into, if that is not the active one */
  before(message: EventEmitter, event: unknown, argument: unknown): Context | undefined
  /** The listeners have run. */
  after(message: EventEmitter, event: unknown): void
}

/** A client's or server's request or response, once it is traced. */
export interface Message {
  [MESSAGE_STATE]?: MessageState
}

/** A server span whose name and `http.route` can be brought in line with its state's route. */
interface ShowsRoute {
  showRoute(): void
}

/** Calls an `emit` of any object. It is what a context is switched for: unlike a function of ours, it leaves no frame in the stacks of the app's errors. */
export const applyEmit = Reflect.apply<unknown, EmitArguments, boolean>
