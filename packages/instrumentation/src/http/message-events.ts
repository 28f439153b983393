import type { EventEmitter } from 'node:events'
import http from 'node:http'
import { context } from '@opentelemetry/api'
import { patch, type Undo } from '../patch'
import { applyEmit, type Emit, type EmitArguments, MESSAGE_STATE, type Message } from './message'

/**
 * Shows the events of all HTTP/1 messages to the states of traced messages: without a listener per
 * request, and without a listener that the app could see or remove.
 */
export function patchMessages(): Undo[] {
  const prototypes: EventEmitter[] = [http.IncomingMessage.prototype, http.OutgoingMessage.prototype]
  // When somebody has already replaced the inherited method below the prototype that owns it, a
  // patch above would never be called.
  for (const each of [http.ServerResponse.prototype, http.ClientRequest.prototype])
    if (Object.hasOwn(each, 'emit')) prototypes.push(each)
  return prototypes.map(patchEmit)
}

/**
 * The same for HTTP/2. Not done at start, since that would load `node:http2` into every process.
 */
export function patchHttp2Messages(): Undo[] {
  const http2 = require('node:http2') as typeof import('node:http2')
  return [patchEmit(http2.Http2ServerRequest.prototype), patchEmit(http2.Http2ServerResponse.prototype)]
}

function patchEmit(prototype: EventEmitter): Undo {
  return patch(
    prototype as { emit: Emit },
    'emit',
    (original) =>
      // The frames of this function are in the listeners' stacks, so it switches the context
      // itself.
      function (this: unknown, event) {
        // biome-ignore lint/complexity/noArguments: most events need no array
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
