import type { Context, Span, SpanOptions, Tracer } from '@opentelemetry/api'
import { context, INVALID_SPAN_CONTEXT, SpanKind, trace } from '@opentelemetry/api'

/**
 * For instrumentations that are left out and run all the same: makes no span, and leaves the active
 * one active.
 */
export const PASSING_TRACER: Tracer = {
  startSpan,
  startActiveSpan(_name: string, ...rest: readonly unknown[]): unknown {
    const work = rest.at(-1) as (span: Span) => unknown
    const options = rest.length > 1 ? (rest[0] as SpanOptions) : {}
    const parentContext = (rest.length > 2 ? (rest[1] as Context | undefined) : undefined) ?? context.active()
    const active = activeSpan(parentContext)
    const span = startSpan('', options, parentContext)
    // What the app tells the active span meanwhile is for ours.
    const within = trace.setSpan(parentContext, active === undefined ? span : new EndlessSpan(active))
    return context.with(within, work, undefined, span)
  },
}

function startSpan(
  _name: string,
  { kind = SpanKind.INTERNAL }: SpanOptions = {},
  parentContext = context.active(),
): Span {
  const active = activeSpan(parentContext)
  const standIn = trace.wrapSpanContext(active?.spanContext() ?? INVALID_SPAN_CONTEXT)
  // A client or a server span is told facts of its own hop. A middleware's span is told facts of
  // the request, perhaps by the app, for which this span is the active one.
  return active !== undefined && kind === SpanKind.INTERNAL ? new EndlessSpan(active) : standIn
}

function activeSpan(parentContext: Context): Span | undefined {
  return trace.getSpan(context.active()) ?? trace.getSpan(parentContext)
}

/** A span in all but its name and its end, which are for someone else to decide. */
class EndlessSpan implements Span {
  readonly #span: Span

  constructor(span: Span) {
    this.#span = span
  }

  spanContext() {
    return this.#span.spanContext()
  }

  isRecording() {
    return this.#span.isRecording()
  }

  setAttribute(...given: Parameters<Span['setAttribute']>): this {
    this.#span.setAttribute(...given)
    return this
  }

  setAttributes(...given: Parameters<Span['setAttributes']>): this {
    this.#span.setAttributes(...given)
    return this
  }

  addEvent(...given: Parameters<Span['addEvent']>): this {
    this.#span.addEvent(...given)
    return this
  }

  addLink(...given: Parameters<Span['addLink']>): this {
    this.#span.addLink(...given)
    return this
  }

  addLinks(...given: Parameters<Span['addLinks']>): this {
    this.#span.addLinks(...given)
    return this
  }

  setStatus(...given: Parameters<Span['setStatus']>): this {
    this.#span.setStatus(...given)
    return this
  }

  recordException(...given: Parameters<Span['recordException']>): void {
    this.#span.recordException(...given)
  }

  updateName(): this {
    return this
  }

  end(): void {}
}
