import { context, ROOT_CONTEXT, SpanKind } from '@opentelemetry/api'
import { propertyOf, textOf } from '../../http-semantics/span-error'
import { patch, type Undo } from '../../patch'
import { type Calls, failed } from '../calls'
import type { Library } from '../library'
import { describeMessage, handle, type Operation } from '../messaging/messages'

interface Emitter {
  emit(event: unknown, ...args: unknown[]): unknown
}

/** What a socket inherits from, and calls when a message has come. */
interface Receiver {
  emitUntyped(event: unknown, ...args: unknown[]): unknown
  listenerCount(event: unknown): number
}

const EMIT: Operation = { name: 'emit', type: 'send' }
const PROCESS: Operation = { name: 'process', type: 'process' }

const SOCKET_IO = { packageName: 'socket.io', majors: [4] }

/**
 * Servers of Socket.IO: a span for each event that is emitted, to one client or to many, and for each
 * one of a client that has listeners. Its messages have no place for a context. It is off unless it is
 * named: an app may exchange thousands of them in a second.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/
 */
export const SOCKETIO: Library = {
  name: 'socket.io',
  isOptIn: true,
  files: [
    { ...SOCKET_IO, file: 'dist/socket.js', names: ['Socket'], patch: patchSocket },
    {
      ...SOCKET_IO,
      file: 'dist/broadcast-operator.js',
      names: ['BroadcastOperator'],
      patch: ({ BroadcastOperator }, calls) => [
        patchEmit((BroadcastOperator as { readonly prototype: Emitter }).prototype, calls),
      ],
    },
  ],
}

function patchSocket({ Socket }: { readonly Socket?: unknown }, calls: Calls): Undo[] {
  const { prototype } = Socket as { readonly prototype: Emitter }
  return [
    patchEmit(prototype, calls),
    patch(
      Object.getPrototypeOf(prototype) as Receiver,
      'emitUntyped',
      (original) =>
        function emitUntyped(this: Receiver, event, ...args) {
          const run = () => original.call(this, event, ...args)
          if (!(this instanceof (Socket as new () => object)) || this.listenerCount(event) === 0) return run()
          // The active context is that of the connection, which may last for days.
          const span = calls.start(() => describe(PROCESS, this, event), SpanKind.CONSUMER, ROOT_CONTEXT)
          if (span === undefined) return run()
          return handle(span, ROOT_CONTEXT, run)
        },
    ),
  ]
}

function patchEmit(prototype: Emitter, calls: Calls): Undo {
  return patch(
    prototype,
    'emit',
    (original) =>
      function emit(this: Emitter, event, ...args) {
        const span = calls.start(() => describe(EMIT, this, event), SpanKind.PRODUCER)
        if (span === undefined) return original.call(this, event, ...args)
        const last = args.at(-1)
        // The client acknowledges in the context of its connection.
        if (typeof last === 'function') args[args.length - 1] = context.bind(context.active(), last)
        try {
          const result = original.call(this, event, ...args)
          span.end()
          return result
        } catch (error) {
          failed(span, error)
          throw error
        }
      },
  )
}

/** Rooms are not on it: many an app has one for each user. */
function describe(operation: Operation, target: object, event: unknown) {
  const namespace =
    textOf(propertyOf(target, 'nsp'), 'name') ?? textOf(propertyOf(propertyOf(target, 'adapter'), 'nsp'), 'name')
  return describeMessage('socket.io', operation, String(event), {
    'messaging.socket.io.event_name': String(event),
    ...(namespace && { 'messaging.socket.io.namespace': namespace }),
  })
}
