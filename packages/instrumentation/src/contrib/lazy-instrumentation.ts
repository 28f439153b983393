import { onFirstLoad } from '@heddle/module-hook'
import type { MeterProvider, TracerProvider } from '@opentelemetry/api'
import { reportOnce } from '../report'
import { VERSION } from '../version'

/** An OpenTelemetry instrumentation, as `registerInstrumentations` accepts it. */
export interface LoadableInstrumentation {
  /** The scope name of its spans. */
  readonly instrumentationName: string
  /** Starts the instrumentation. */
  enable(): void
  /** Stops the instrumentation. */
  disable(): void
  /** Sets the provider of its spans. */
  setTracerProvider(provider: TracerProvider): void
  /** Sets the provider of its metrics. */
  setMeterProvider(provider: MeterProvider): void
}

/** Options of {@link lazyInstrumentation}. */
export interface LazyInstrumentationOptions {
  /** The npm package to instrument, such as `pg` or `@redis/client`. */
  readonly module: string
  /**
   * Loads the instrumentation and creates an instance. Called at most once, when the app loads the
   * package. `undefined` leaves the package as it is.
   */
  readonly load: () => LoadableInstrumentation | undefined
}

/**
 * Creates an instrumentation that is loaded when the app first loads its library, and costs nothing
 * before.
 *
 * Works for CommonJS libraries, both with `require` and with `import`. A library that is already
 * loaded at `enable()` is instrumented as far as the instrumentation can change its exports in
 * place. A library published as ESM only never triggers it: register its instrumentation directly,
 * with OpenTelemetry's own loader hook. An error that `load` throws is reported once and the app
 * continues without the instrumentation.
 *
 * @example
 * ```ts
 * lazyInstrumentation({
 *   module: 'pg',
 *   load: () => new (require('@opentelemetry/instrumentation-pg').PgInstrumentation)(),
 * })
 * ```
 */
export function lazyInstrumentation(options: LazyInstrumentationOptions): LazyInstrumentation {
  return new LazyInstrumentation(options)
}

/**
 * The instrumentation that {@link lazyInstrumentation} creates. Structurally an OpenTelemetry
 * `Instrumentation`.
 */
export class LazyInstrumentation {
  /** The name under which OpenTelemetry knows the instrumentation. */
  readonly instrumentationName: string
  /** This package's version. */
  readonly instrumentationVersion: string = VERSION
  readonly #options: LazyInstrumentationOptions
  #loaded: LoadableInstrumentation | undefined
  #tracerProvider: TracerProvider | undefined
  #meterProvider: MeterProvider | undefined
  #isEnabled = false
  #stopWaiting = () => {}

  constructor(options: LazyInstrumentationOptions) {
    this.#options = options
    this.instrumentationName = `@heddle/instrumentation/lazy/${options.module}`
  }

  /** Waits for the library, or enables the instrumentation if it is already loaded. */
  enable(): void {
    if (this.#isEnabled) return
    this.#isEnabled = true
    if (this.#loaded !== undefined) this.#loaded.enable()
    else this.#stopWaiting = onFirstLoad(this.#options.module, () => this.#load())
  }

  /** Stops waiting, and disables the instrumentation if it is already loaded. */
  disable(): void {
    this.#isEnabled = false
    this.#stopWaiting()
    this.#loaded?.disable()
  }

  /**
   * Passes the provider to the instrumentation, now or when it is loaded.
   * @default the global provider
   */
  setTracerProvider(provider: TracerProvider): void {
    this.#tracerProvider = provider
    this.#loaded?.setTracerProvider(provider)
  }

  /**
   * Passes the provider to the instrumentation, now or when it is loaded.
   * @default the global provider
   */
  setMeterProvider(provider: MeterProvider): void {
    this.#meterProvider = provider
    this.#loaded?.setMeterProvider(provider)
  }

  /**
   * Does nothing. It belongs to OpenTelemetry's interface; `load` decides an instrumentation's
   * options.
   */
  setConfig(_config: { readonly enabled?: boolean }): void {}

  /** Returns whether the instrumentation is enabled. */
  getConfig(): { enabled: boolean } {
    return { enabled: this.#isEnabled }
  }

  #load(): void {
    try {
      const loaded = this.#options.load()
      if (loaded === undefined) return
      if (this.#tracerProvider !== undefined) loaded.setTracerProvider(this.#tracerProvider)
      if (this.#meterProvider !== undefined) loaded.setMeterProvider(this.#meterProvider)
      loaded.enable()
      this.#loaded = loaded
    } catch (error) {
      reportOnce(`the instrumentation of ${this.#options.module} could not be loaded`, error)
    }
  }
}
