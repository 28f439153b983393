import type { Context, Span, SpanOptions, Tracer } from '@opentelemetry/api'
import { context, diag, INVALID_SPAN_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import type { Logger } from '@opentelemetry/api-logs'
import type { InstrumentationName } from '../config/resolve'

/**
 * Other people's instrumentations that do the same as one of ours, by name, which is also the name
 * of their scope. Sentry 8 to 10 have contrib's under names of their own.
 */
const COVERED: Readonly<Record<string, InstrumentationName>> = {
  '@opentelemetry/instrumentation-http': 'http',
  '@opentelemetry_sentry-patched/instrumentation-http': 'http',
  '@sentry/instrumentation-http': 'http',
  '@opentelemetry/instrumentation-undici': 'undici',
  'opentelemetry-instrumentation-fetch-node': 'undici',
  '@sentry/instrumentation-undici': 'undici',
  '@vercel/otel/fetch': 'undici',
  '@opentelemetry/instrumentation-express': 'express',
  '@opentelemetry/instrumentation-router': 'express',
  '@sentry/instrumentation-express': 'express',
  '@opentelemetry/instrumentation-fastify': 'fastify',
  '@fastify/otel': 'fastify',
  '@sentry/instrumentation-fastify': 'fastify',
  '@sentry/instrumentation-fastify-v3': 'fastify',
  '@opentelemetry/instrumentation-pino': 'pino',
}

const GATHERED_MS = 1_000

/**
 * Keeps one span a hop, and one log record a line, in an app that has OpenTelemetry's own
 * instrumentations of what ours cover: by `instrumentations`, or by another SDK that came too late
 * to own the process, so that its instrumentations use our providers.
 */
export class Overlap {
  readonly #own: ReadonlySet<InstrumentationName>
  readonly #said = new Set<string>()
  #unsaid: string[] = []

  /** @param own - ours that are on */
  constructor(own: ReadonlySet<InstrumentationName>) {
    this.#own = own
  }

  /**
   * Whether one of ours does the same as the instrumentation of that name. If so, this is reported,
   * once.
   */
  covers(instrumentationName: string): boolean {
    const own = Object.hasOwn(COVERED, instrumentationName) ? COVERED[instrumentationName] : undefined
    if (own === undefined || !this.#own.has(own)) return false
    if (!this.#said.has(instrumentationName)) {
      this.#said.add(instrumentationName)
      // They come one by one, as the app uses what they instrument, and are one sentence.
      if (this.#unsaid.push(instrumentationName) === 1) setTimeout(() => this.report(), GATHERED_MS).unref()
    }
    return true
  }

  /** Says what has not been said yet. */
  report(): void {
    const names = this.#unsaid.sort()
    if (names.length === 0) return
    this.#unsaid = []
    const own = new Set(names.map((name) => COVERED[name]))
    diag.warn(
      `left out, as Heddle does the same by itself, so that nothing is recorded twice: ${names.join(', ')}. ` +
        `To have ${names.length > 1 ? 'them' : 'it'} instead of ours, set OTEL_NODE_DISABLED_INSTRUMENTATIONS=${[...own].join(',')} ` +
        'for Heddle alone: auto-instrumentations-node reads it too',
    )
  }
}

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
    const span = startSpan('', options, parentContext)
    return context.with(trace.setSpan(parentContext, span), work, undefined, span)
  },
}

/** For their log records. */
export const SILENT_LOGGER: Logger = { emit() {}, enabled: () => false }

function startSpan(
  _name: string,
  { kind = SpanKind.INTERNAL }: SpanOptions = {},
  parentContext = context.active(),
): Span {
  const active = trace.getSpan(context.active()) ?? trace.getSpan(parentContext)
  const standIn = trace.wrapSpanContext(active?.spanContext() ?? INVALID_SPAN_CONTEXT)
  // A client or a server span is told facts of its own hop. A middleware's span is told facts of
  // the request, perhaps by the app, for which this span is the active one.
  return active !== undefined && kind === SpanKind.INTERNAL ? new EndlessSpan(active) : standIn
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
