import type { LineKeys } from '../record/content'

/** The function that a user may give pino to change each line before it is written. */
type StreamWriteHook = (line: string) => string

/** What a logger has been made with, as pino keeps it. */
interface LineParts {
  readonly serializers: unknown
  readonly stringifiers: unknown
  /** Of the formatters: those of a child are an object of its own, with the same functions. `null` where pino has none. */
  readonly formatLog: unknown
  readonly end: unknown
  readonly messageKey: unknown
  readonly errorKey: unknown
  readonly nestedKey: unknown
  readonly hooks: unknown
}

/** How a logger makes its lines: what all loggers that were made with the same parts have in common. */
export class LoggerFormat {
  /** The keys that mean more than an attribute. */
  readonly keys: LineKeys
  /** What every line ends with: the brace and the line feed. */
  readonly end: string
  readonly streamWrite: StreamWriteHook | undefined
  /** The keys at the top of a line are those of the bindings and of the merging object, and no others. */
  readonly hasGivenKeys: boolean
  /** The serializers, where they are all that stands between what the logger is given and what it writes: no formatter, redaction or nested key. */
  readonly plainSerializers: object | undefined

  constructor(readonly parts: LineParts) {
    this.keys = {
      message: textOf(parts.messageKey) || 'msg',
      // Before pino had the option, it was `err`.
      error: textOf(parts.errorKey) || 'err',
      // Under which pino puts the properties of the merging object, if it does.
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

/** Redaction gives a logger a stringifier for each path. */
function isEmpty(stringifiers: unknown): boolean {
  return typeof stringifiers === 'object' && stringifiers !== null && Reflect.ownKeys(stringifiers).length === 0
}
