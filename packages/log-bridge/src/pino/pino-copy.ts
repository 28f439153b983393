import type { LineKeys } from './line'

/** A pino logger, as far as it is known here. */
export interface PinoInstance {
  readonly levels?: { readonly labels?: Readonly<Record<number, string>> }
  [key: symbol]: unknown
}

/** Makes the line that pino then writes. `time` is the text of a property, such as `,"time":1700000000000`. */
export type AsJson = (this: PinoInstance, object: unknown, message: unknown, level: number, time: string) => string

/** A line that pino made, and what it made it of. */
export interface PinoLine {
  readonly copy: PinoCopy
  readonly instance: PinoInstance
  readonly object: unknown
  readonly message: unknown
  readonly level: number
  readonly time: string
  /** The line as pino made it, its line feed included. */
  readonly text: string
}

/** The function that a user may give pino to change each line before it is written. */
type StreamWriteHook = (line: string) => string

/**
 * The inside of one copy of pino. It keeps the state of a logger under symbols, of which every copy has its own. They are found by
 * their descriptions, which are the same in pino 8, 9 and 10.
 */
export class PinoCopy {
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
  /** The redaction of all loggers that have none. */
  #noStringifiers: object | undefined

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
  }

  /** The bindings of a logger and of those it is a child of, as they stand in each of its lines: `,"pid":1,"name":"shop"`. */
  bindings(instance: PinoInstance): string {
    return textOf(instance[this.#bindings])
  }

  /** Where the bindings begin in a line: after the level and the time. */
  bindingsOffset(instance: PinoInstance, level: number, time: string): number {
    const levels = instance[this.#lsCache] as Record<number, unknown> | undefined
    return textOf(levels?.[level]).length + time.length
  }

  /** What every line ends with: the brace and the line feed. */
  end(instance: PinoInstance): string {
    return textOf(instance[this.#end])
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

  /** The keys that mean more than an attribute in the lines of a logger. */
  keys(instance: PinoInstance): LineKeys {
    return {
      message: textOf(instance[this.#messageKey]) || 'msg',
      // Before pino had the option, it was `err`.
      error: textOf(instance[this.#errorKey]) || 'err',
      // Under which pino puts the properties of the merging object, if it does.
      nested: textOf(instance[this.#nestedKey]) || undefined,
    }
  }

  /** The serializers of a logger that writes what it is given in no other way than by them: without a formatter, redaction or a nested key. */
  plainSerializers(instance: PinoInstance): object | undefined {
    const formatters = instance[this.#formatters] as { readonly log?: unknown } | undefined
    const stringifiers = instance[this.#stringifiers] as object | undefined
    if (formatters === undefined || formatters.log !== undefined || stringifiers === undefined) return undefined
    if (stringifiers !== this.#noStringifiers) {
      if (Reflect.ownKeys(stringifiers).length > 0) return undefined
      this.#noStringifiers = stringifiers
    }
    return textOf(instance[this.#nestedKey]) === '' ? (instance[this.#serializers] as object | undefined) : undefined
  }

  streamWriteHook(instance: PinoInstance): StreamWriteHook | undefined {
    return (instance[this.#hooks] as { streamWrite?: StreamWriteHook } | undefined)?.streamWrite
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
