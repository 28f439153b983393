import { type Context, context, createContextKey } from '@opentelemetry/api'

/** What a client does with a command, in steps. */
export interface MiddlewareStack {
  add(middleware: Middleware, options: object): void
}

type Middleware = (next: Handler) => Handler
type Handler = (args: MiddlewareArguments) => Promise<unknown>

interface MiddlewareArguments {
  readonly input?: unknown
  /** The HTTP request, in the last step. */
  readonly request?: unknown
}

/** A command that is on its way through the stack. */
export interface CommandInStack {
  readonly stack: MiddlewareStack
  /** The input that is sent, a copy where it differs from the app's. */
  sentInput(input: unknown): unknown
  /** @returns the context to send the request in */
  requested(request: unknown): Context
}

const COMMAND = createContextKey('heddle.aws-sdk.command')

/** The context in which the middlewares of its client know the command. */
export const withCommand = (caller: Context, command: CommandInStack) => caller.setValue(COMMAND, command)

const followed = new WeakSet<MiddlewareStack>()

/** Adds middlewares to the stack of a client, once. They do nothing for commands that are not traced. */
export function followStack(stack: MiddlewareStack): void {
  if (followed.has(stack)) return
  followed.add(stack)
  // A client may send a command for another client, such as one that asks for credentials.
  const current = () => {
    const command = context.active().getValue(COMMAND) as CommandInStack | undefined
    return command?.stack === stack ? command : undefined
  }
  stack.add(
    (next) => (args) => {
      const command = current()
      return next(command ? { ...args, input: command.sentInput(args.input) } : args)
    },
    { step: 'initialize', name: 'heddleInput', override: true },
  )
  stack.add(
    (next) => (args) => {
      const command = current()
      return command ? context.with(command.requested(args.request), next, undefined, args) : next(args)
    },
    // The last one before the request is sent, for each attempt.
    { step: 'deserialize', priority: 'low', name: 'heddleRequest', override: true },
  )
}
