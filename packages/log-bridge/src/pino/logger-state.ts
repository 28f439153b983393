import { hostname } from 'node:os'
import type { AnyValueMap } from '@opentelemetry/api-logs'
import { parseProperties } from './line'

/** What the bindings of a logger say, which all of its lines have in common. */
export interface LoggerState {
  /** The bindings that become attributes. */
  readonly bindings: AnyValueMap
  /** The bindings that do not: what the resource and the scope say. */
  readonly base: AnyValueMap
  /** pino's `name`. */
  readonly name: string | undefined
}

const GENERATION = 16
const RESOURCE_BINDINGS: AnyValueMap = { pid: process.pid, hostname: hostname() }
/** How pino begins the bindings of a logger with its default `base`. */
const RESOURCE_TEXT = `,${JSON.stringify(RESOURCE_BINDINGS).slice(1, -1)}`

/**
 * Reads the bindings of loggers once. They are remembered by their text and not by their logger, and not for long unless they come again:
 * a child for each request is the rule, and what is kept of it when it is gone has to be moved about by the garbage collector.
 */
export class LoggerStates {
  #recent = new Map<string, LoggerState>()
  #earlier = new Map<string, LoggerState>()

  /** @param bindings - as they stand in each line: `,"pid":1,"name":"shop"` */
  of(bindings: string): LoggerState {
    const known = this.#recent.get(bindings)
    if (known !== undefined) return known
    const state = this.#earlier.get(bindings) ?? readState(bindings)
    if (this.#recent.size >= GENERATION) {
      this.#earlier = this.#recent
      this.#recent = new Map()
    }
    this.#recent.set(bindings, state)
    return state
  }
}

function readState(text: string): LoggerState {
  const isUsual = text.startsWith(RESOURCE_TEXT)
  const all = parseProperties(isUsual ? text.slice(RESOURCE_TEXT.length) : text) ?? {}
  const name = typeof all['name'] === 'string' ? all['name'] : undefined
  const bindings: AnyValueMap = {}
  const base: AnyValueMap = isUsual ? { ...RESOURCE_BINDINGS } : {}
  for (const key in all) {
    const isBase = all[key] === (key === 'name' ? name : RESOURCE_BINDINGS[key])
    ;(isBase ? base : bindings)[key] = all[key]
  }
  return { bindings, base, name }
}
