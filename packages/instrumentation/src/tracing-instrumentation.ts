import { type MeterProvider, type Tracer, type TracerProvider, trace } from '@opentelemetry/api'
import type { Undo } from './patch'
import { VERSION } from './version'

/**
 * What OpenTelemetry expects of an instrumentation, so that ours can be given to `registerInstrumentations()`: switched on
 * from its construction unless `enabled` is `false`, switchable, and reconfigurable while running.
 */
export abstract class TracingInstrumentation<Config extends { readonly enabled?: boolean }> {
  /** The scope name of its spans. */
  readonly instrumentationName: string
  /** The scope version of its spans. */
  readonly instrumentationVersion = VERSION
  private config: Config
  private undos: Undo[] | undefined

  /** A subclass calls {@link enable} at the end of its own constructor, when {@link startsEnabled} says so. */
  protected constructor(name: string, config: Config) {
    this.instrumentationName = name
    this.config = config
  }

  /** Starts tracing. Does nothing when it is on already. */
  enable(): void {
    this.undos ??= this.install()
  }

  /** Stops tracing and takes every patch back. Spans of requests that are under way are not ended any more. */
  disable(): void {
    for (const undo of this.undos ?? []) undo()
    this.undos = undefined
  }

  /** Takes spans from this provider from now on. @default the global one */
  setTracerProvider(provider: TracerProvider): void {
    this.useTracer(provider.getTracer(this.instrumentationName, this.instrumentationVersion))
  }

  /** Does nothing: there are no metrics here yet. */
  setMeterProvider(_provider: MeterProvider): void {}

  /** Replaces the options. They hold for the requests that start from now on. */
  setConfig(config: Config): void {
    this.config = config
    this.configure(config)
  }

  getConfig(): Config {
    return { ...this.config, enabled: this.undos !== undefined }
  }

  protected get startsEnabled(): boolean {
    return this.config.enabled !== false
  }

  protected globalTracer(): Tracer {
    return trace.getTracer(this.instrumentationName, this.instrumentationVersion)
  }

  protected abstract install(): Undo[]
  protected abstract configure(config: Config): void
  protected abstract useTracer(tracer: Tracer): void
}
