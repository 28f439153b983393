import { onModuleCompiled } from '@heddle/module-hook'
import { diag } from '@opentelemetry/api'

/** The transport that makes OpenTelemetry log records of pino's lines, in a worker thread. */
const SHIPPING_TARGET = /[\\/]pino-opentelemetry-transport[\\/]/
/** pino's multistream gives this level to a target, one of several, that names none. */
const DEFAULT_LEVEL = 30
const LEVELS: Readonly<Record<string, number>> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60 }

interface Target {
  readonly target?: unknown
  readonly level?: unknown
}

/** The options with which pino starts a transport's thread. */
interface ThreadStreamOptions {
  readonly filename?: unknown
  readonly workerData?: {
    readonly targets?: readonly Target[]
    readonly pipelines?: readonly (readonly Target[])[]
    readonly levels?: Readonly<Record<string, number>>
    readonly dedupe?: unknown
  }
}

type ThreadStream = new (options: ThreadStreamOptions, ...rest: unknown[]) => object

/**
 * The streams whose lines `pino-opentelemetry-transport` turns into log records, so that one line
 * does not become two records. Streams are found when they are constructed: a stream from before
 * `watch()` is not known.
 */
export class ShippingStreams {
  /** The lowest level that each stream's transport turns into records. */
  readonly #streams = new WeakMap<object, number>()
  #hasAny = false

  /** @returns a function that stops watching for new streams */
  watch(): () => void {
    return onModuleCompiled('thread-stream', 'index.js', (exports) => this.#observed(exports as ThreadStream))
  }

  /** Whether the transport turns a line of this level on this stream into a log record. */
  ships(stream: unknown, level: number): boolean {
    if (!this.#hasAny || typeof stream !== 'object' || stream === null) return false
    if (level >= (this.#streams.get(stream) ?? Number.POSITIVE_INFINITY)) return true
    // pino.multistream()
    const { streams } = stream as { streams?: readonly { readonly stream?: unknown; readonly level?: unknown }[] }
    if (!Array.isArray(streams)) return false
    return streams.some(
      (each) =>
        level >= Number(each?.level ?? 0) &&
        this.#streams.has(each?.stream as object) &&
        this.ships(each.stream, level),
    )
  }

  #observed(Original: ThreadStream): ThreadStream {
    const remember = (stream: object, options: ThreadStreamOptions) => this.#remember(stream, options)
    return class extends Original {
      constructor(...given: [ThreadStreamOptions, ...unknown[]]) {
        super(...given)
        try {
          remember(this, given[0])
        } catch {
          // Then the stream counts like any other.
        }
      }
    }
  }

  #remember(stream: object, options: ThreadStreamOptions): void {
    const level = shippedFrom(options)
    if (level === undefined) return
    this.#streams.set(stream, level)
    if (!this.#hasAny) {
      diag.warn(
        "pino-opentelemetry-transport makes log records of this app's lines, so Heddle leaves those to it: a line is one record. " +
          'Take the transport out, and they are sent, kept through outages and counted like all else',
      )
    }
    this.#hasAny = true
  }
}

/**
 * The level from which on lines become records. `undefined` if no line does, or if the options do
 * not tell: a duplicate is better than a loss.
 */
function shippedFrom({ filename, workerData = {} }: ThreadStreamOptions): number | undefined {
  if (SHIPPING_TARGET.test(String(filename))) return 0
  const { targets = [], pipelines = [], levels, dedupe } = workerData
  if (dedupe) return undefined
  const isAlone = targets.length + pipelines.length === 1
  const shipping = [...targets, ...pipelines.flat()].filter(({ target }) => SHIPPING_TARGET.test(String(target)))
  if (shipping.length === 0) return undefined
  const from = shipping.map(({ level }) => {
    if (level === undefined) return isAlone ? 0 : DEFAULT_LEVEL
    return typeof level === 'number'
      ? level
      : (levels?.[String(level)] ?? LEVELS[String(level)] ?? Number.POSITIVE_INFINITY)
  })
  return Math.min(...from)
}
