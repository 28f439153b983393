import { LoggerFormat, textOf } from './logger-format'

/** A pino logger, as far as it is known here. */
export interface PinoInstance {
  readonly levels?: { readonly labels?: Readonly<Record<number, string>> }
  [key: symbol]: unknown
}

/** Makes the line that pino then writes. `time` is the text of a property, such as `,"time":1700000000000`. */
export type AsJson = (this: PinoInstance, object: unknown, message: unknown, level: number, time: string) => string

/** A line that pino made, and what it made it of. */
export interface PinoLine {
  readonly copy: PinoInternals
  readonly format: LoggerFormat
  readonly instance: PinoInstance
  readonly object: unknown
  readonly message: unknown
  readonly level: number
  readonly time: string
  /** The ids of the span, which stand behind the time: `,"trace_id":"…"`, or nothing. */
  readonly fields: string
  /** The line, its line feed included. */
  readonly text: string
}

/**
 * The inside of one copy of pino. It keeps the state of a logger under symbols, of which every copy has its own. They are found by
 * their descriptions, which are the same in pino 8, 9 and 10.
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
  /** That of the last line: most lines of a process are formatted alike. */
  #lastFormat: LoggerFormat | undefined

  /** @param instance any logger of the copy: its own symbols and the inherited ones are all there are */
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

  /** The bindings of a logger and of those it is a child of, as they stand in each of its lines: `,"pid":1,"name":"shop"`. */
  bindings(instance: PinoInstance): string {
    return textOf(instance[this.#bindings])
  }

  /** What the logger writes to. */
  stream(instance: PinoInstance): unknown {
    return instance[this.#stream]
  }

  /** Whether its levels are less severe the higher their numbers are. The function may be the app's own. */
  levelsFall(instance: PinoInstance): boolean {
    const compare = instance[this.#levelComparison]
    try {
      return typeof compare === 'function' && compare(10, 20) === true && compare(20, 10) === false
    } catch {
      return false
    }
  }

  /** Where the time ends in a line: it comes second, after the level. */
  timeEnd(instance: PinoInstance, level: number, time: string): number {
    const levels = instance[this.#lsCache] as Record<number, unknown> | undefined
    return textOf(levels?.[level]).length + time.length
  }

  /** Sets what every line ends with, on this logger alone. @returns a function that undoes it */
  overrideEnd(instance: PinoInstance, end: string): () => void {
    const own = Object.getOwnPropertyDescriptor(instance, this.#end)
    instance[this.#end] = end
    return () => {
      if (own) Object.defineProperty(instance, this.#end, own)
      else delete instance[this.#end]
    }
  }

  /** How a logger makes its lines. */
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
