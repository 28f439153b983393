import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  type SpanOptions,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import { recordSpanError, textOf } from '../http-semantics/span-error'
import { reportOnce } from '../report'
import { isTracingSuppressed } from '../suppressed-tracing'

type Callback = (this: unknown, error: unknown, ...results: unknown[]) => unknown

/** What an app may say of the calls of one library. */
export interface CallOptions {
  /** Whether a call outside of all spans is no span: of a timer, or while the app starts. @default false */
  readonly requireParent?: boolean
  /** Whether the values that are sent beside a statement are attributes. @default false */
  readonly queryParameters?: boolean
}

/** How the calls of one library become spans. Nothing of it throws. */
export class Calls {
  enabled = false
  /** Whether messages, instructions, tools' arguments and results may be recorded. */
  recordsContent = false
  tracer: Tracer
  readonly options: CallOptions
  readonly #library: string

  constructor(library: string, tracer: Tracer, options: CallOptions = {}) {
    this.#library = library
    this.tracer = tracer
    this.options = options
  }

  /**
   * Starts the span of a call, which is not made active: what a driver does has no spans of its own.
   *
   * @param describe - the name and the attributes; not asked where nothing is traced
   * @param parent - of the span, as of a message that is received, the context that it has brought
   * @default parent the active context
   * @returns `undefined` when nothing is to be traced
   */
  start(
    describe: () => SpanOptions & { readonly name: string },
    kind = SpanKind.CLIENT,
    parent: Context = context.active(),
  ) {
    if (!this.enabled || isTracingSuppressed(parent)) return undefined
    const active = context.active()
    if (active !== parent && isTracingSuppressed(active)) return undefined
    if (this.options.requireParent && !isReceiving(kind) && trace.getSpanContext(parent) === undefined) return undefined
    try {
      const description: SpanOptions & { readonly name: string } = describe()
      description.kind ??= kind
      return this.tracer.startSpan(description.name, description, parent)
    } catch (error) {
      reportOnce(`a call of ${this.#library} could not be traced`, error)
      return undefined
    }
  }
}

/** What is received begins a trace where it brings none: nobody has made it within a span. */
function isReceiving(kind: SpanKind): boolean {
  return kind === SpanKind.SERVER || kind === SpanKind.CONSUMER
}

/** What a failed call says of its error. */
export interface ErrorFacts {
  readonly type?: string
  readonly attributes?: Attributes
  /** Recorded in place of the error, which has values in its message. */
  readonly recorded?: unknown
}

/** An error with another message, in its stack too: to be recorded in place of one that has values in it. */
export function withMessage(error: unknown, said: string): object {
  const message = textOf(error, 'message')
  const stack = message === undefined ? undefined : textOf(error, 'stack')?.replaceAll(message, said)
  return { name: textOf(error, 'name'), message: said, stack }
}

/** Ends the span of a call that is a promise. The caller gets a promise that settles as the call does. */
export function settled<Result>(
  span: Span,
  call: Promise<Result>,
  factsOf?: (error: unknown) => ErrorFacts,
): Promise<Result> {
  if (typeof (call as Partial<Promise<Result>> | undefined)?.then !== 'function') {
    span.end()
    return call
  }
  // Not an `async` function: a promise of another class stays one, and each promise more is dear.
  return call.then(
    (result) => {
      span.end()
      return result
    },
    (error) => {
      failed(span, error, factsOf)
      throw error
    },
  )
}

/**
 * The callback of a call: ends its span, and runs in the context of the caller, since a driver calls it
 * in the context of whoever opened the connection.
 *
 * @param errorIn - the error that a result holds. @default none
 */
export function ending(
  span: Span,
  callback: Callback,
  factsOf?: (error: unknown) => ErrorFacts,
  errorIn?: (result: unknown) => unknown,
): Callback {
  const caller = context.active()
  return function (error, ...results) {
    const failure = error ?? errorIn?.(results[0])
    if (failure === null || failure === undefined) span.end()
    else failed(span, failure, factsOf)
    return context.with(caller, () => callback.call(this, error, ...results))
  }
}

/** Ends the span of a call with its error. */
export function failed(span: Span, error: unknown, factsOf?: (error: unknown) => ErrorFacts): void {
  const { type, attributes, recorded = error } = factsOf?.(error) ?? {}
  if (attributes) span.setAttributes(attributes)
  recordSpanError(span, recorded, type)
  span.end()
}
