import type { LineKeys } from '../record/content'

/** pino's `streamWrite` hook: the user's function that changes each line before it is written. */
type StreamWriteHook = (line: string) => string

/** The parts that a logger was created with, as pino keeps them. */
interface LineParts {
  readonly serializers: unknown
  readonly stringifiers: unknown
  /**
   * The `log` formatter. Compared by function: each child has its own `formatters` object. `null`
   * where pino has none.
   */
  readonly formatLog: unknown
  readonly end: unknown
  readonly messageKey: unknown
  readonly errorKey: unknown
  readonly nestedKey: unknown
  readonly hooks: unknown
}

/** How a logger formats its lines; shared by all loggers that were created with the same parts. */
export class LoggerFormat {
  /** The keys with a meaning of their own, which are no attributes. */
  readonly keys: LineKeys
  /** The end of every line: the brace and the line feed. */
  readonly end: string
  readonly streamWrite: StreamWriteHook | undefined
  /**
   * Whether the top-level keys of a line are exactly those of the bindings and of the merging
   * object.
   */
  readonly hasGivenKeys: boolean
  /**
   * The serializers, if nothing else stands between the logger's input and its output: no
   * formatter, no redaction, no nested key. Otherwise `undefined`.
   */
  readonly plainSerializers: object | undefined

  constructor(readonly parts: LineParts) {
    this.keys = {
      message: textOf(parts.messageKey) || 'msg',
      // Before pino had the `errorKey` option, the key was `err`.
      error: textOf(parts.errorKey) || 'err',
      // pino's `nestedKey`: the key that holds the properties of the merging object, if the option
      // is set.
      nested: textOf(parts.nestedKey) || undefined,
    }
    this.end = textOf(parts.end)
    this.streamWrite = (parts.hooks as { streamWrite?: StreamWriteHook } | undefined)?.streamWrite
    this.hasGivenKeys = parts.formatLog === undefined && this.keys.nested === undefined
    this.plainSerializers =
      this.hasGivenKeys && isEmpty(parts.stringifiers) ? (parts.serializers as object | undefined) : undefined
  }
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Redaction gives a logger one stringifier for each path. */
function isEmpty(stringifiers: unknown): boolean {
  return typeof stringifiers === 'object' && stringifiers !== null && Reflect.ownKeys(stringifiers).length === 0
}
