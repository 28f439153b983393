import { onFirstLoad } from '@heddle/module-hook'
import type { MeterProvider, TracerProvider } from '@opentelemetry/api'
import { reportOnce } from '../report'
import { VERSION } from '../version'

/** An OpenTelemetry instrumentation, as `registerInstrumentations` takes it. */
export interface LoadableInstrumentation {
  readonly instrumentationName: string
  enable(): void
  disable(): void
  setTracerProvider(provider: TracerProvider): void
  setMeterProvider(provider: MeterProvider): void
}

/** What {@link lazyInstrumentation} is told. */
export interface LazyInstrumentationOptions {
  /** The npm package that is to be instrumented, such as `pg` or `@redis/client`. */
  readonly module: string
  /** Loads the instrumentation and makes one. Called at most once, and not before the app loads the package. */
  readonly load: () => LoadableInstrumentation
}

/**
 * An instrumentation that is loaded when the app first loads the library that it is for, and costs nothing before.
 *
 * Works for CommonJS libraries, be they required or imported. A library that is loaded already when this is enabled is instrumented
 * as far as the instrumentation can by changing its exports in place. A library published as ESM alone never triggers it: register
 * its instrumentation directly, with OpenTelemetry's own loader hook. What `load` throws is reported once and the app goes on without.
 *
 * @example lazyInstrumentation({ module: 'pg', load: () => new (require('@opentelemetry/instrumentation-pg').PgInstrumentation)() })
 */
export function lazyInstrumentation(options: LazyInstrumentationOptions): LazyInstrumentation {
  return new LazyInstrumentation(options)
}

/** Made by {@link lazyInstrumentation}. Structurally an OpenTelemetry `Instrumentation`. */
export class LazyInstrumentation {
  readonly instrumentationName: string
  readonly instrumentationVersion: string = VERSION
  readonly #options: LazyInstrumentationOptions
  #loaded: LoadableInstrumentation | undefined
  #tracerProvider: TracerProvider | undefined
  #meterProvider: MeterProvider | undefined
  #enabled = false
  #stopWaiting = () => {}

  constructor(options: LazyInstrumentationOptions) {
    this.#options = options
    this.instrumentationName = `@heddle/instrumentation/lazy/${options.module}`
  }

  enable(): void {
    if (this.#enabled) return
    this.#enabled = true
    if (this.#loaded !== undefined) this.#loaded.enable()
    else this.#stopWaiting = onFirstLoad(this.#options.module, () => this.#load())
  }

  disable(): void {
    this.#enabled = false
    this.#stopWaiting()
    this.#loaded?.disable()
  }

  /** Handed on to the instrumentation, now or when it is loaded. @default the global one */
  setTracerProvider(provider: TracerProvider): void {
    this.#tracerProvider = provider
    this.#loaded?.setTracerProvider(provider)
  }

  /** Handed on to the instrumentation, now or when it is loaded. @default the global one */
  setMeterProvider(provider: MeterProvider): void {
    this.#meterProvider = provider
    this.#loaded?.setMeterProvider(provider)
  }

  /** Part of OpenTelemetry's interface; an instrumentation's options are what `load` makes it with. */
  setConfig(_config: { readonly enabled?: boolean }): void {}

  getConfig(): { enabled: boolean } {
    return { enabled: this.#enabled }
  }

  #load(): void {
    try {
      const loaded = this.#options.load()
      if (this.#tracerProvider !== undefined) loaded.setTracerProvider(this.#tracerProvider)
      if (this.#meterProvider !== undefined) loaded.setMeterProvider(this.#meterProvider)
      loaded.enable()
      this.#loaded = loaded
    } catch (error) {
      reportOnce(`the instrumentation of ${this.#options.module} could not be loaded`, error)
    }
  }
}
