import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { onModuleCompiled } from '@heddle/module-hook'
import { type Context, context } from '@opentelemetry/api'
import { reportOnce } from '../../report'
import type { LoggerFormat } from './logger-format'
import { type AsJson, type PinoInstance, PinoInternals, type PinoLine } from './pino-internals'
import { addTraceFields, hasTraceId } from './trace-fields'

/**
 * Observes every line. A method may throw: the error is reported, and pino writes the line as it
 * was.
 */
interface LineObserver {
  /**
   * Returns the properties to add to a line that is written in this context: `,"a":"b"`, or an
   * empty string.
   */
  correlationFields(context: Context): string
  onLine(line: PinoLine, context: Context): void
}

type Prototype = Record<symbol, AsJson>
type Patch = { readonly symbol: symbol; readonly original: AsJson; readonly patched: AsJson }
type AsJsonCall = {
  instance: PinoInstance
  arguments: [object: unknown, message: unknown, level: number, time: string]
  result?: string
}

const CALL_START = 'tracing:pino_asJson:start'
const CALL_END = 'tracing:pino_asJson:end'

/**
 * Wraps the making of every line, by replacing `asJson` on the prototype that all loggers of one
 * copy of pino inherit from, existing loggers included. The patch learns of a copy in two ways:
 * when its files are loaded, and, for a copy that was bundled or compiled by a custom loader, from
 * the diagnostics channel on which pino 10 and later releases of 9 publish each line, when the
 * first line is made.
 */
export class AsJsonPatch {
  readonly #observer: LineObserver
  readonly #patches = new Map<Prototype, Patch>()
  readonly #firstLines = new WeakMap<object, (line: string | undefined) => void>()
  #unhook: (() => void) | undefined
  #patchedCalls = 0

  constructor(observer: LineObserver) {
    this.#observer = observer
  }

  get isEnabled(): boolean {
    return this.#unhook !== undefined
  }

  enable(): void {
    if (this.isEnabled) return
    this.#unhook = onModuleCompiled('pino', 'lib/proto.js', (createInstance) => {
      this.#patch((createInstance as () => PinoInstance)())
    })
    subscribe(CALL_START, this.#onCallStart)
    subscribe(CALL_END, this.#onCallEnd)
  }

  disable(): void {
    this.#unhook?.()
    this.#unhook = undefined
    unsubscribe(CALL_START, this.#onCallStart)
    unsubscribe(CALL_END, this.#onCallEnd)
    for (const [prototype, { symbol, original, patched }] of this.#patches) {
      // When somebody has patched on top, this patch stays in place and only passes calls on.
      if (prototype[symbol] !== patched) continue
      prototype[symbol] = original
      this.#patches.delete(prototype)
    }
  }

  #patch(instance: PinoInstance): void {
    const found = findAsJson(instance)
    if (found === undefined || this.#patches.has(found.prototype)) return
    const { prototype, symbol } = found
    const original = prototype[symbol] as AsJson
    const patched = this.#asJson(original)
    prototype[symbol] = patched
    this.#patches.set(prototype, { symbol, original, patched })
  }

  #asJson(original: AsJson): AsJson {
    const lines = this
    let copy: PinoInternals | undefined
    return function (this: PinoInstance, object, message, level, time) {
      if (!lines.isEnabled) return original.call(this, object, message, level, time)
      let active: Context | undefined
      let format: LoggerFormat | undefined
      let ids = ''
      let fields = ''
      try {
        copy ??= new PinoInternals(this)
        active = context.active()
        format = copy.format(this)
        ids = lines.#observer.correlationFields(active)
        if (ids !== '' && canGoFirst(format, object, copy.bindings(this))) fields = ids
      } catch (error) {
        reportOnce('a line of pino could not be bridged', error)
      }
      let text: string
      lines.#patchedCalls++
      try {
        text = original.call(this, object, message, level, fields === '' ? time : time + fields)
      } finally {
        lines.#patchedCalls--
      }
      if (copy === undefined || format === undefined || active === undefined) return text
      let written = text
      try {
        if (ids !== fields) written = addTraceFields(text, ids, format.end)
        lines.#observer.onLine({ copy, format, instance: this, object, message, level, time, fields, text }, active)
      } catch (error) {
        reportOnce('a line of pino could not be bridged', error)
      }
      return written
    }
  }

  /**
   * A handler that throws would end the process: Node treats the error as an uncaught exception.
   */
  readonly #onCallStart = (message: unknown): void => {
    if (this.#patchedCalls > 0) return
    try {
      const call = message as AsJsonCall
      this.#patch(call.instance)
      this.#firstLines.set(call, this.#firstLine(call))
    } catch (error) {
      reportOnce('a copy of pino could not be bridged', error)
    }
  }

  readonly #onCallEnd = (message: unknown): void => {
    const call = message as AsJsonCall
    const finish = this.#firstLines.get(call)
    if (finish === undefined) return
    this.#firstLines.delete(call)
    try {
      finish(call.result)
    } catch (error) {
      reportOnce('a line of pino could not be bridged', error)
    }
  }

  /**
   * The line that reveals a copy is already being made: its fields go in with the text at its end.
   */
  #firstLine({ instance, arguments: [object, message, level, time] }: AsJsonCall): (line: string | undefined) => void {
    const copy = new PinoInternals(instance)
    const active = context.active()
    const format = copy.format(instance)
    const { end } = format
    const isOwn = hasTraceId(object, copy.bindings(instance))
    const fields = isOwn ? '' : this.#observer.correlationFields(active)
    const restoreEnd = copy.overrideEnd(instance, fields + end)
    return (line) => {
      restoreEnd()
      if (line === undefined) return
      const text = line.slice(0, line.length - fields.length - end.length) + end
      this.#observer.onLine({ copy, format, instance, object, message, level, time, fields: '', text }, active)
    }
  }
}

/**
 * Whether pino can get the ids as if they were part of the time. That costs next to nothing,
 * whereas a finished line must be searched, cut and joined. It requires that nothing of the app's
 * writes its own `trace_id`.
 */
function canGoFirst(format: LoggerFormat, object: unknown, bindings: string): boolean {
  return format.hasGivenKeys && format.keys.message !== 'trace_id' && !hasTraceId(object, bindings)
}

/** The topmost object with an `asJson`: all loggers of one copy of pino share this prototype. */
function findAsJson(instance: PinoInstance): { prototype: Prototype; symbol: symbol } | undefined {
  let found: { prototype: Prototype; symbol: symbol } | undefined
  for (let object: object | null = instance; object !== null; object = Object.getPrototypeOf(object)) {
    const symbol = Object.getOwnPropertySymbols(object).find(({ description }) => description === 'pino.asJson')
    if (symbol !== undefined) found = { prototype: object as Prototype, symbol }
  }
  return found
}
