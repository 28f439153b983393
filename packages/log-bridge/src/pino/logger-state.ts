import { hostname } from 'node:os'
import type { AnyValueMap } from '@opentelemetry/api-logs'
import { type LineKeys, parseProperties } from './line'
import type { PinoCopy, PinoInstance, PinoLine } from './pino-copy'

/** What all lines of one logger share. */
export interface LoggerState {
  /** The text that this was read from. */
  readonly bindingsText: string
  /** The bindings that become attributes. */
  readonly bindings: AnyValueMap
  /** The bindings that do not: what the resource and the scope say. */
  readonly base: AnyValueMap
  /** pino's `name`. */
  readonly name: string | undefined
  readonly keys: LineKeys
}

const RESOURCE_BINDINGS: AnyValueMap = { pid: process.pid, hostname: hostname() }

/** Reads what is the same in each line of a logger, once a logger: again only after its `setBindings` has been called. */
export class LoggerStates {
  readonly #states = new WeakMap<PinoInstance, LoggerState>()

  of({ copy, instance }: PinoLine): LoggerState {
    const bindingsText = copy.bindings(instance)
    let state = this.#states.get(instance)
    if (state?.bindingsText !== bindingsText) {
      state = readState(copy, instance, bindingsText)
      this.#states.set(instance, state)
    }
    return state
  }
}

function readState(copy: PinoCopy, instance: PinoInstance, bindingsText: string): LoggerState {
  const all = parseProperties(bindingsText) ?? {}
  const name = typeof all['name'] === 'string' ? all['name'] : undefined
  const bindings: AnyValueMap = {}
  const base: AnyValueMap = {}
  for (const key in all) {
    const isBase = all[key] === (key === 'name' ? name : RESOURCE_BINDINGS[key])
    ;(isBase ? base : bindings)[key] = all[key]
  }
  const keys = {
    message: copy.messageKey(instance),
    error: copy.errorKey(instance),
    nested: copy.nestedKey(instance),
  }
  return { bindingsText, bindings, base, name, keys }
}
