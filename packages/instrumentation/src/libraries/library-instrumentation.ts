import { onTopLevel, type TopLevelSubscription } from '@heddle/module-hook'
import type { Tracer } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { TracingInstrumentation } from '../tracing-instrumentation'
import { Calls } from './calls'
import type { Library } from './library'
import { traceChannel } from './traced-channel'

/** Options of a {@link LibraryInstrumentation}. */
export interface LibraryInstrumentationOptions {
  /** @default true */
  readonly enabled?: boolean
  /**
   * Whether spans of generative AI have the messages, instructions, and the arguments and results of
   * tools. Other libraries have no content.
   *
   * @default false
   */
  readonly recordContent?: boolean
}

/**
 * Traces the calls of one library. It costs nothing until the app loads the library: its functions are
 * replaced in the files that the library's description names, as Node or a bundler loads them, or it
 * tells of its calls on tracing channels.
 *
 * @example
 * ```ts
 * registerInstrumentations({ instrumentations: [new LibraryInstrumentation(PG)] })
 * ```
 */
export class LibraryInstrumentation extends TracingInstrumentation<LibraryInstrumentationOptions> {
  readonly #library: Library
  readonly #calls: Calls

  /** Creates the instrumentation, and enables it unless `options.enabled` is `false`. */
  constructor(library: Library, options: LibraryInstrumentationOptions = {}) {
    super(`@heddle/instrumentation/${library.name}`, options)
    this.#library = library
    this.#calls = new Calls(library.name, this.globalTracer())
    this.configure(options)
    if (this.startsEnabled) this.enable()
  }

  protected install(): Undo[] {
    const patches: Undo[] = []
    this.#calls.enabled = true
    const stop = onTopLevel(this.#library.files.map((file) => this.#subscription(file, patches)))
    const channels = this.#library.channels ?? []
    return [
      stop,
      ...channels.map((channel) => traceChannel(channel, this.#calls)),
      () => {
        this.#calls.enabled = false
        for (const undo of patches.splice(0)) undo()
      },
    ]
  }

  #subscription(file: Library['files'][number], patches: Undo[]): TopLevelSubscription {
    return {
      ...file,
      receive: (topLevel, version) => {
        if (!file.majors.includes(Number.parseInt(version, 10))) return
        patches.push(...file.patch(topLevel, this.#calls, version))
      },
    }
  }

  protected configure({ recordContent = false }: LibraryInstrumentationOptions): void {
    this.#calls.recordsContent = recordContent
  }

  protected useTracer(tracer: Tracer): void {
    this.#calls.tracer = tracer
  }
}
