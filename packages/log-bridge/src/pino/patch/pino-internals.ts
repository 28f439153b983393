import { LoggerFormat, textOf } from './logger-format'

/** The part of a pino logger that this package uses. */
export interface PinoInstance {
  readonly levels?: { readonly labels?: Readonly<Record<number, string>> }
  [key: symbol]: unknown
}

/**
 * pino's method that makes a line. `time` is the text of a property, such as
 * `,"time":1700000000000`.
 */
export type AsJson = (this: PinoInstance, object: unknown, message: unknown, level: number, time: string) => string

/** A line that pino made, and its input. */
export interface PinoLine {
  readonly copy: PinoInternals
  readonly format: LoggerFormat
  readonly instance: PinoInstance
  readonly object: unknown
  readonly message: unknown
  readonly level: number
  readonly time: string
  /** The span's ids, which follow the time in the line: `,"trace_id":"…"`, or an empty string. */
  readonly fields: string
  /** The line, its line feed included. */
  readonly text: string
}

/**
 * The internals of one copy of pino. pino keeps a logger's state under symbols, and every copy has
 * its own. They are found by their descriptions, which are the same in pino 8, 9 and 10.
 */
export class PinoInternals {
  readonly #lsCache: symbol
  readonly #bindings: symbol
  readonly #end: symbol
  readonly #messageKey: symbol
  readonly #errorKey: symbol
  readonly #nestedKey: symbol
  readonly #hooks: symbol
  readonly #serializers: symbol
  readonly #stringifiers: symbol
  readonly #formatters: symbol
  readonly #stream: symbol
  readonly #levelComparison: symbol
  /** The format of the last line: most lines of a process have the same format. */
  #lastFormat: LoggerFormat | undefined

  /**
   * @param instance - any logger of the copy: its own and inherited symbols are all symbols of the
   *   copy
   */
  constructor(instance: PinoInstance) {
    const symbols = new Map<string | undefined, symbol>()
    for (let object: object | null = instance; object !== null; object = Object.getPrototypeOf(object)) {
      for (const symbol of Object.getOwnPropertySymbols(object)) symbols.set(symbol.description, symbol)
    }
    const find = (name: string) => symbols.get(`pino.${name}`) ?? Symbol(`no pino.${name}`)
    this.#lsCache = find('lsCache')
    this.#bindings = find('chindings')
    this.#end = find('end')
    this.#messageKey = find('messageKey')
    this.#errorKey = find('errorKey')
    this.#nestedKey = find('nestedKey')
    this.#hooks = find('hooks')
    this.#serializers = find('serializers')
    this.#stringifiers = find('stringifiers')
    this.#formatters = find('formatters')
    this.#stream = find('stream')
    this.#levelComparison = find('levelComp')
  }

  /**
   * The bindings of a logger and its ancestors, as they stand in each of its lines:
   * `,"pid":1,"name":"shop"`.
   */
  bindings(instance: PinoInstance): string {
    return textOf(instance[this.#bindings])
  }

  /** The logger's destination stream. */
  stream(instance: PinoInstance): unknown {
    return instance[this.#stream]
  }

  /**
   * Whether higher numbers are less severe on this logger. The comparison may be the app's own
   * function.
   */
  levelsFall(instance: PinoInstance): boolean {
    const compare = instance[this.#levelComparison]
    try {
      return typeof compare === 'function' && compare(10, 20) === true && compare(20, 10) === false
    } catch {
      return false
    }
  }

  /** The index at which the time ends in a line: the time comes second, after the level. */
  timeEnd(instance: PinoInstance, level: number, time: string): number {
    const levels = instance[this.#lsCache] as Record<number, unknown> | undefined
    return textOf(levels?.[level]).length + time.length
  }

  /** Sets the end of every line, on this logger alone. @returns a function that restores it */
  overrideEnd(instance: PinoInstance, end: string): () => void {
    const own = Object.getOwnPropertyDescriptor(instance, this.#end)
    instance[this.#end] = end
    return () => {
      if (own) Object.defineProperty(instance, this.#end, own)
      else delete instance[this.#end]
    }
  }

  /** The format of a logger's lines. */
  format(instance: PinoInstance): LoggerFormat {
    const serializers = instance[this.#serializers]
    const stringifiers = instance[this.#stringifiers]
    const formatters = instance[this.#formatters] as { readonly log?: unknown } | undefined
    const formatLog = formatters === undefined ? null : formatters.log
    const end = instance[this.#end]
    const messageKey = instance[this.#messageKey]
    const errorKey = instance[this.#errorKey]
    const nestedKey = instance[this.#nestedKey]
    const hooks = instance[this.#hooks]
    const last = this.#lastFormat
    if (
      last !== undefined &&
      last.parts.serializers === serializers &&
      last.parts.stringifiers === stringifiers &&
      last.parts.formatLog === formatLog &&
      last.parts.end === end &&
      last.parts.messageKey === messageKey &&
      last.parts.errorKey === errorKey &&
      last.parts.nestedKey === nestedKey &&
      last.parts.hooks === hooks
    )
      return last
    const parts = { serializers, stringifiers, formatLog, end, messageKey, errorKey, nestedKey, hooks }
    this.#lastFormat = new LoggerFormat(parts)
    return this.#lastFormat
  }
}
