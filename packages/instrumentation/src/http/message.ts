import type { EventEmitter } from 'node:events'
import type { Context } from '@opentelemetry/api'
import type { ServerRequestState } from './server/state'

/**
 * The key of a request's or response's state. A registered symbol, so that two copies of this
 * package in one process trace a request once; a property, so that the state survives a framework
 * that swaps the prototype.
 */
export const MESSAGE_STATE = Symbol.for('heddle.http.message-state')

/** `EventEmitter.prototype.emit`, or its replacement. */
export type Emit = (this: unknown, ...args: EmitArguments) => boolean

/** The event, and its listeners' arguments. */
export type EmitArguments = [event: string | symbol, ...args: unknown[]]

/** The state of a message, and the way of its events to their listeners. */
export interface MessageState {
  /** Set on the messages of a server. */
  readonly server?: ServerRequestState & ShowsRoute
  /**
   * Whether to call {@link before} and {@link after} for the event. Most events have no listener,
   * or are already in the right context.
   */
  concerns(message: EventEmitter, event: unknown): boolean
  /**
   * Called before the event is emitted.
   * @returns the context that its listeners belong to, unless it is the active one
   */
  before(message: EventEmitter, event: unknown, argument: unknown): Context | undefined
  /** Called when the listeners have run. */
  after(message: EventEmitter, event: unknown): void
}

/** A traced request or response of a client or server. */
export interface Message {
  [MESSAGE_STATE]?: MessageState
}

/** A server span whose name and `http.route` can follow its state's route. */
interface ShowsRoute {
  showRoute(): void
}

/**
 * Calls any object's `emit`. A context runs this function because, unlike a function of this
 * package, `Reflect.apply` adds no frame to the stacks of the app's errors.
 */
export const applyEmit = Reflect.apply<unknown, EmitArguments, boolean>
