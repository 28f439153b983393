import type { EventEmitter } from 'node:events'
import http from 'node:http'
import { context } from '@opentelemetry/api'
import { patch, type Undo } from '../patch'
import { applyEmit, type Emit, type EmitArguments, MESSAGE_STATE, type Message } from './message'

/**
 * Lets the state of a traced message see its events, for all messages of HTTP/1 at once: no listener per request, and none
 * that an application could see or remove.
 */
export function patchMessages(): Undo[] {
  const prototypes: EventEmitter[] = [http.IncomingMessage.prototype, http.OutgoingMessage.prototype]
  // Where somebody has replaced the inherited method before, below the prototype that has it, ours would never be called.
  for (const each of [http.ServerResponse.prototype, http.ClientRequest.prototype])
    if (Object.hasOwn(each, 'emit')) prototypes.push(each)
  return prototypes.map(patchEmit)
}

/** The same for HTTP/2. Not done at start, since that would load `node:http2` into every process. */
export function patchHttp2Messages(): Undo[] {
  const http2 = require('node:http2') as typeof import('node:http2')
  return [patchEmit(http2.Http2ServerRequest.prototype), patchEmit(http2.Http2ServerResponse.prototype)]
}

function patchEmit(prototype: EventEmitter): Undo {
  return patch(
    prototype as { emit: Emit },
    'emit',
    (original) =>
      // The listeners' stacks have the frames of this function in them: so it switches the context by itself.
      function (this: unknown, event) {
        // biome-ignore lint/complexity/noArguments: nearly all of the many events come with nothing, and then no array is made
        const args = arguments as unknown as EmitArguments
        const message = this as EventEmitter & Message
        const state = message[MESSAGE_STATE]
        if (state === undefined || !state.concerns(message, event))
          return args.length === 1 ? original.call(this, event) : Reflect.apply(original, this, args)
        const around = state.before(message, event, args[1])
        try {
          return around === undefined
            ? Reflect.apply(original, this, args)
            : context.with(around, applyEmit, undefined, original, this, args)
        } finally {
          state.after(message, event)
        }
      },
  )
}
