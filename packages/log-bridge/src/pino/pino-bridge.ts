import { type Context, type MeterProvider, type TracerProvider, trace } from '@opentelemetry/api'
import type { LoggerProvider } from '@opentelemetry/api-logs'
import { VERSION } from '../version'
import { AsJsonPatch } from './patch/as-json-patch'
import type { PinoLine } from './patch/pino-internals'
import { ShippingStreams } from './patch/shipping-streams'
import { traceFields } from './patch/trace-fields'
import { LineForwarder } from './record/forwarder'

/** Options of {@link PinoBridge}. */
export interface PinoBridgeOptions {
  /** Start with the construction; otherwise with {@link PinoBridge.enable}. @default true */
  readonly enabled?: boolean
  /** Add `trace_id`, `span_id` and `trace_flags` to the lines that pino writes in an active span. @default true */
  readonly addIds?: boolean
  /** Make a log record of each line. @default true */
  readonly forward?: boolean
  /** The instrumentation scope of records of loggers without a `name`. @default 'pino' */
  readonly loggerName?: string
}

/**
 * Makes an OpenTelemetry log record of every line that any pino logger of the process writes, Fastify's built-in one included, and adds
 * the ids of the active span to the line. pino may be required or imported, before or after this is enabled.
 *
 * It is an OpenTelemetry Instrumentation, as `registerInstrumentations` and the NodeSDK take them.
 * Lines written while tracing is suppressed become records too: that is how requests which are not to be traced run, and what they
 * log must not be lost with their spans.
 */
export class PinoBridge {
  readonly instrumentationName: string = '@heddle/log-bridge/pino'
  readonly instrumentationVersion: string = VERSION
  readonly #forwarder = new LineForwarder()
  readonly #patch: AsJsonPatch
  readonly #shippingStreams = new ShippingStreams()
  #stopWatching: (() => void) | undefined
  #options: PinoBridgeOptions

  constructor(options: PinoBridgeOptions = {}) {
    this.#options = { enabled: true, ...options }
    this.#patch = new AsJsonPatch({
      correlationFields: (context) => this.#correlationFields(context),
      onLine: (line, context) => this.#onLine(line, context),
    })
    if (this.#options.enabled) this.enable()
  }

  /** Starts. Does nothing when it has started already. */
  enable(): void {
    this.#patch.enable()
    this.#stopWatching ??= this.#shippingStreams.watch()
  }

  /** Stops, and takes its patches back. */
  disable(): void {
    this.#patch.disable()
    this.#stopWatching?.()
    this.#stopWatching = undefined
  }

  /** Gives records to this provider from now on. @default the globally registered one, looked up for each line */
  setLoggerProvider(provider: LoggerProvider): void {
    this.#forwarder.setProvider(provider)
  }

  /** Does nothing: there are no spans here. */
  setTracerProvider(_provider: TracerProvider): void {}

  /** Does nothing: there are no metrics here. */
  setMeterProvider(_provider: MeterProvider): void {}

  /** Replaces the options. They hold for the lines that are written from now on; `enabled` starts and stops nothing here. */
  setConfig(options: PinoBridgeOptions): void {
    this.#options = { enabled: true, ...options }
  }

  getConfig(): PinoBridgeOptions {
    return this.#options
  }

  #correlationFields(context: Context): string {
    if (this.#options.addIds === false) return ''
    return traceFields(trace.getSpanContext(context))
  }

  #onLine(line: PinoLine, context: Context): void {
    if (this.#options.forward === false) return
    if (this.#shippingStreams.ships(line.copy.stream(line.instance), line.level)) return
    this.#forwarder.forward(line, context, this.#options.loggerName ?? 'pino')
  }
}
