import { onTopLevel, type TopLevelSubscription } from '@heddle/module-hook'
import { type Tracer, type TracerProvider, trace } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { TracingInstrumentation } from '../tracing-instrumentation'
import { VERSION } from '../version'
import { type CallOptions, Calls } from './calls'
import type { Library } from './library'
import { traceChannel } from './traced-channel'

/** Options of a {@link LibraryInstrumentation}. */
export interface LibraryInstrumentationOptions {
  /** @default true */
  readonly enabled?: boolean
  /** For single libraries, by their names. @default none */
  readonly libraries?: Readonly<Record<string, CallOptions>>
  /**
   * Whether spans of generative AI have the messages, instructions, and the arguments and results of
   * tools. Other libraries have no content.
   *
   * @default false
   */
  readonly recordContent?: boolean
}

const scopeOf = (name: string) => `@heddle/instrumentation/${name}`

/**
 * Traces the calls of libraries, each in a scope of its own. A library costs nothing until the app
 * loads it: its functions are replaced in the files that its description names, as Node or a bundler
 * loads them, or it tells of its calls on tracing channels.
 *
 * @example
 * ```ts
 * registerInstrumentations({ instrumentations: [new LibraryInstrumentation([PG, REDIS])] })
 * ```
 */
export class LibraryInstrumentation extends TracingInstrumentation<LibraryInstrumentationOptions> {
  readonly #libraries: readonly Library[]
  readonly #options: Readonly<Record<string, CallOptions>>
  /** Those of the libraries that the app has loaded. */
  readonly #calls = new Map<Library, Calls>()
  readonly #patches: Undo[] = []
  #provider: TracerProvider = trace.getTracerProvider()
  #isEnabled = false

  /** Creates the instrumentation, and enables it unless `options.enabled` is `false`. */
  constructor(libraries: readonly Library[], options: LibraryInstrumentationOptions = {}) {
    super(scopeOf(libraries.length === 1 ? libraries[0]!.name : 'libraries'), options)
    this.#libraries = libraries
    this.#options = options.libraries ?? {}
    if (this.startsEnabled) this.enable()
  }

  override setTracerProvider(provider: TracerProvider): void {
    this.#provider = provider
    for (const [library, calls] of this.#calls) calls.tracer = this.#tracerOf(library)
  }

  protected install(): Undo[] {
    this.#switch(true)
    const stop = onTopLevel(this.#libraries.flatMap((library) => this.#subscriptions(library)))
    return [
      stop,
      ...this.#libraries.flatMap((library) =>
        (library.channels ?? []).map((channel) => traceChannel(channel, () => this.#callsOf(library))),
      ),
      () => {
        this.#switch(false)
        for (const undo of this.#patches.splice(0)) undo()
      },
    ]
  }

  #switch(isEnabled: boolean): void {
    this.#isEnabled = isEnabled
    for (const calls of this.#calls.values()) calls.enabled = isEnabled
  }

  #subscriptions(library: Library): TopLevelSubscription[] {
    return library.files.map((file) => ({
      ...file,
      receive: (topLevel, version) => {
        if (!file.majors.includes(Number.parseInt(version, 10))) return
        this.#patches.push(...file.patch(topLevel, this.#callsOf(library), version))
      },
    }))
  }

  #callsOf(library: Library): Calls {
    const known = this.#calls.get(library)
    if (known !== undefined) return known
    const calls = new Calls(library.name, this.#tracerOf(library), this.#options[library.name])
    calls.enabled = this.#isEnabled
    calls.recordsContent = this.getConfig().recordContent ?? false
    this.#calls.set(library, calls)
    return calls
  }

  #tracerOf(library: Library): Tracer {
    return this.#provider.getTracer(scopeOf(library.name), VERSION)
  }

  protected configure({ recordContent = false }: LibraryInstrumentationOptions): void {
    for (const calls of this.#calls.values()) calls.recordsContent = recordContent
  }

  protected useTracer(): void {}
}
