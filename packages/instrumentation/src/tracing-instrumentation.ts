import { type MeterProvider, type Tracer, type TracerProvider, trace } from '@opentelemetry/api'
import type { Undo } from './patch'
import { VERSION } from './version'

/**
 * The interface that OpenTelemetry expects of an instrumentation, for `registerInstrumentations()`:
 * enabled by the constructor unless `enabled` is `false`, switchable, and reconfigurable while
 * running.
 */
export abstract class TracingInstrumentation<Config extends { readonly enabled?: boolean }> {
  /** The scope name of its spans. */
  readonly instrumentationName: string
  /** The scope version of its spans. */
  readonly instrumentationVersion = VERSION
  #config: Config
  #undos: Undo[] | undefined

  /**
   * A subclass calls {@link enable} at the end of its own constructor, if {@link startsEnabled} is
   * true.
   */
  protected constructor(name: string, config: Config) {
    this.instrumentationName = name
    this.#config = config
  }

  /** Starts tracing. Does nothing when it is already enabled. */
  enable(): void {
    this.#undos ??= this.install()
  }

  /** Stops tracing and removes every patch. Spans of requests in flight do not end any more. */
  disable(): void {
    for (const undo of this.#undos ?? []) undo()
    this.#undos = undefined
  }

  /** Gets spans from this provider from now on. @default the global provider */
  setTracerProvider(provider: TracerProvider): void {
    this.useTracer(provider.getTracer(this.instrumentationName, this.instrumentationVersion))
  }

  /** Does nothing: the instrumentation has no metrics yet. */
  setMeterProvider(_provider: MeterProvider): void {}

  /** Replaces the options for requests that start from now on. */
  setConfig(config: Config): void {
    this.#config = config
    this.configure(config)
  }

  getConfig(): Config {
    return { ...this.#config, enabled: this.#undos !== undefined }
  }

  protected get startsEnabled(): boolean {
    return this.#config.enabled !== false
  }

  protected globalTracer(): Tracer {
    return trace.getTracer(this.instrumentationName, this.instrumentationVersion)
  }

  protected abstract install(): Undo[]
  protected abstract configure(config: Config): void
  protected abstract useTracer(tracer: Tracer): void
}
