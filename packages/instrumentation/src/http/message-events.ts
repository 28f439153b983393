import type { EventEmitter } from 'node:events'
import http from 'node:http'
import { patch, type Undo } from '../patch'
import { type Emit, MESSAGE_STATE, type Message } from './message'

/**
 * Lets the state of a traced message see its events, for all messages of HTTP/1 at once: no listener per request, and none
 * that an application could see or remove.
 */
export function patchMessages(): Undo[] {
  return [patchEmit(http.IncomingMessage.prototype), patchEmit(http.OutgoingMessage.prototype)]
}

/** The same for HTTP/2. Not done at start, since that would load `node:http2` into every process. */
export function patchHttp2Messages(): Undo[] {
  const http2 = require('node:http2') as typeof import('node:http2')
  return [patchEmit(http2.Http2ServerRequest.prototype), patchEmit(http2.Http2ServerResponse.prototype)]
}

function patchEmit(prototype: EventEmitter): Undo {
  return patch(prototype as { emit: Emit }, 'emit', (original) => {
    const emit: Emit = function (...args) {
      const state = (this as Message)[MESSAGE_STATE]
      return state === undefined || !state.concerns(this as EventEmitter, args[0])
        ? Reflect.apply(original, this, args)
        : state.emit(this as EventEmitter, original, args)
    }
    // Nearly all of the many events of a message come with nothing, and for those no array of arguments is made.
    return function (this: unknown, event) {
      // biome-ignore lint/complexity/noArguments: only they tell how many there are
      if (arguments.length !== 1) return Reflect.apply(emit, this, arguments)
      const state = (this as Message)[MESSAGE_STATE]
      return state === undefined || !state.concerns(this as EventEmitter, event)
        ? original.call(this, event)
        : state.emit(this as EventEmitter, original, [event])
    }
  })
}
