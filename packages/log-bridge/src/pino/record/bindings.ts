import { hostname } from 'node:os'
import type { AnyValueMap } from '@opentelemetry/api-logs'
import { MAX_LINE_LENGTH, parseProperties } from './content'
import { readTextProperties } from './text-properties'

/** The content of a logger's bindings, which all of its lines share. */
export interface LoggerState {
  /** The bindings that become attributes. */
  readonly bindings: AnyValueMap
  /** The bindings that repeat the resource and the scope, and become no attributes. */
  readonly base: AnyValueMap
  /** pino's `name`. */
  readonly name: string | undefined
}

const MAX_STATES = 64
/**
 * The longest bindings that are remembered, in UTF-16 code units: a cache must not keep a text of
 * any length.
 */
const MAX_REMEMBERED = 16_384
/** The bindings of a logger that says nothing beside the resource and the scope. */
export const NO_BINDINGS: AnyValueMap = Object.freeze({})
const RESOURCE_BINDINGS: AnyValueMap = { pid: process.pid, hostname: hostname() }
/** pino begins the bindings of a logger with its default `base` like this. */
const RESOURCE_TEXT = `,${JSON.stringify(RESOURCE_BINDINGS).slice(1, -1)}`

/**
 * Reads the bindings of loggers. Bindings that need a JSON parser are remembered, by their text and
 * not by their logger. Other bindings are read for each line, which costs less than a look-up: apps
 * usually create a child for each request, and the child is soon gone, although it may write
 * several lines.
 */
export class BindingsReader {
  readonly #parsed = new Map<string, LoggerState>()
  #lastBindings = ''
  #lastState: LoggerState | undefined

  /** @param bindings - as they stand in each line: `,"pid":1,"name":"shop"` */
  of(bindings: string): LoggerState {
    if (this.#lastState === undefined || bindings !== this.#lastBindings) {
      const state = this.#read(bindings)
      if (bindings.length > MAX_REMEMBERED) return state
      this.#lastState = state
      this.#lastBindings = bindings
    }
    return this.#lastState
  }

  #read(bindings: string): LoggerState {
    const isUsual = bindings.startsWith(RESOURCE_TEXT) && bindings.length <= MAX_LINE_LENGTH
    const read = isUsual ? readTextProperties(bindings.slice(RESOURCE_TEXT.length)) : undefined
    if (read !== undefined) return stateOf(read, RESOURCE_BINDINGS)
    let state = this.#parsed.get(bindings)
    if (state === undefined) {
      state = stateOf(parseProperties(bindings) ?? {}, {})
      if (bindings.length > MAX_REMEMBERED) return state
      if (this.#parsed.size >= MAX_STATES) this.#parsed.clear()
      this.#parsed.set(bindings, state)
    }
    return state
  }
}

/**
 * Separates attributes from properties of the resource and the scope. `known` is already separated.
 */
function stateOf(all: AnyValueMap, known: AnyValueMap): LoggerState {
  const name = typeof all['name'] === 'string' ? all['name'] : undefined
  const bindings: AnyValueMap = {}
  let hasBindings = false
  let base = known
  for (const key in all) {
    if (all[key] === (key === 'name' ? name : RESOURCE_BINDINGS[key])) {
      base = { ...base, [key]: all[key] }
    } else {
      bindings[key] = all[key]
      hasBindings = true
    }
  }
  return { bindings: hasBindings ? bindings : NO_BINDINGS, base, name }
}
