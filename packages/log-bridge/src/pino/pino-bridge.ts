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
  /**
   * Whether the constructor starts the bridge; otherwise {@link PinoBridge.enable} does.
   * @default true
   */
  readonly enabled?: boolean
  /**
   * Adds `trace_id`, `span_id` and `trace_flags` to lines that pino writes in an active span.
   * @default true
   */
  readonly addIds?: boolean
  /** Makes a log record of each line. @default true */
  readonly forward?: boolean
  /**
   * The name of the instrumentation scope for records of loggers without a `name`.
   * @default 'pino'
   */
  readonly loggerName?: string
}

/**
 * Makes an OpenTelemetry log record of every line that any pino logger of the process writes,
 * Fastify's built-in logger included, and adds the ids of the active span to the line. The app may
 * load pino with `require` or `import`, before or after the bridge is enabled. No method throws,
 * and no error of the bridge reaches the app.
 *
 * The bridge is an OpenTelemetry Instrumentation, as `registerInstrumentations` and the NodeSDK
 * accept. Lines written while tracing is suppressed become records too: untraced requests run in
 * such a context, and their logs must not be lost with their spans.
 *
 * @example
 * ```ts
 * const sdk = new NodeSDK({ instrumentations: [new PinoBridge({ addIds: false })] })
 * sdk.start()
 * ```
 */
export class PinoBridge {
  /** The name under which OpenTelemetry knows the instrumentation. */
  readonly instrumentationName: string = '@heddle/log-bridge/pino'
  /** This package's version. */
  readonly instrumentationVersion: string = VERSION
  readonly #forwarder = new LineForwarder()
  readonly #patch: AsJsonPatch
  readonly #shippingStreams = new ShippingStreams()
  #stopWatching: (() => void) | undefined
  #options: PinoBridgeOptions

  /** Creates the bridge, and starts it unless `options.enabled` is `false`. */
  constructor(options: PinoBridgeOptions = {}) {
    this.#options = { enabled: true, ...options }
    this.#patch = new AsJsonPatch({
      correlationFields: (context) => this.#correlationFields(context),
      onLine: (line, context) => this.#onLine(line, context),
    })
    if (this.#options.enabled) this.enable()
  }

  /** Starts the bridge. Does nothing when it has already started. */
  enable(): void {
    this.#patch.enable()
    this.#stopWatching ??= this.#shippingStreams.watch()
  }

  /** Stops the bridge, and removes its patches. */
  disable(): void {
    this.#patch.disable()
    this.#stopWatching?.()
    this.#stopWatching = undefined
  }

  /**
   * Sends records to this provider from now on.
   * @default the globally registered provider, looked up for each line
   */
  setLoggerProvider(provider: LoggerProvider): void {
    this.#forwarder.setProvider(provider)
  }

  /** Does nothing: the bridge makes no spans. */
  setTracerProvider(_provider: TracerProvider): void {}

  /** Does nothing: the bridge has no metrics. */
  setMeterProvider(_provider: MeterProvider): void {}

  /**
   * Replaces the options for lines written from now on; `enabled` starts and stops nothing here.
   */
  setConfig(options: PinoBridgeOptions): void {
    this.#options = { enabled: true, ...options }
  }

  /** Returns the current options. */
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
