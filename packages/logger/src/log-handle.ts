import { type Context, context } from '@opentelemetry/api'
import { type AnyValueMap, SeverityNumber } from '@opentelemetry/api-logs'
import { type ResolvedAttributeLimits, resolveLimits } from './attributes/attribute-limits'
import { AttributeMap } from './attributes/attribute-map'
import { Conversion } from './attributes/conversion'
import { isError, readProperty } from './attributes/exception'
import { hasProperties, keysOf } from './attributes/keys'
import { recordAttributes } from './attributes/record-attributes'
import { Emitter } from './emitter'
import { isLevel, type Level, SEVERITY_NUMBERS, Threshold } from './levels'
import type { Logger, LoggerOptions, LogMethod } from './logger'
import { contextOf, parseTraceparent, spanContextOf } from './trace-context'

const NOOP: LogMethod = () => {}
const NO_ATTRIBUTES: AnyValueMap = Object.freeze(new AttributeMap())

/** What a logger shares with all handles that come from it. */
interface Root {
  readonly emitter: Emitter
  readonly limits: ResolvedAttributeLimits
}

/**
 * Creates a logger. It may be created before any provider is registered. Never throws for an
 * option: an invalid level is reported once to `diag` and ignored.
 *
 * @param options - a string is short for `{ name }`
 * @example
 * ```ts
 * const log = createLogger('shop.checkout')
 * log.info('order placed', { orderId: 42 })
 * ```
 */
export function createLogger(options: LoggerOptions | string): Logger {
  const { name, version, level, provider, attributes, limits }: LoggerOptions =
    typeof options === 'string' ? { name: options } : options
  const root: Root = { emitter: new Emitter(name, version, provider), limits: resolveLimits(limits) }
  const bindings = attributes === undefined ? NO_ATTRIBUTES : bind(NO_ATTRIBUTES, attributes, root.limits)
  const logger = new LogHandle(root, undefined, bindings, undefined)
  if (level !== undefined) logger.level = level
  return logger
}

/**
 * A logger as one holder sees it: its own attributes and context, all else shared. The level
 * methods are getters, so that a disabled level is a no-op function at once and in every handle,
 * and so that a handle for one request creates only the methods that it uses.
 */
class LogHandle implements Logger {
  readonly #root: Root
  readonly #bindings: AnyValueMap
  readonly #context: Context | undefined
  #threshold: Threshold
  #ownsThreshold: boolean
  #methods: Partial<Record<Level, LogMethod>> | undefined

  constructor(root: Root, threshold: Threshold | undefined, bindings: AnyValueMap, context: Context | undefined) {
    this.#root = root
    this.#threshold = threshold ?? new Threshold('info')
    this.#ownsThreshold = threshold === undefined
    this.#bindings = bindings
    this.#context = context
  }

  get trace(): LogMethod {
    return this.#method('trace')
  }
  get debug(): LogMethod {
    return this.#method('debug')
  }
  get info(): LogMethod {
    return this.#method('info')
  }
  get warn(): LogMethod {
    return this.#method('warn')
  }
  get error(): LogMethod {
    return this.#method('error')
  }
  get fatal(): LogMethod {
    return this.#method('fatal')
  }

  event(name: string, attributes?: object): void {
    if (!this.isLevelEnabled('info')) return
    const conversion = new Conversion(this.#root.limits)
    this.#root.emitter.emit({
      eventName: name,
      severityNumber: SeverityNumber.INFO,
      severityText: 'info',
      attributes:
        attributes === undefined
          ? this.#bindings
          : recordAttributes(conversion, this.#bindings, undefined, [attributes]),
      context: this.#context ?? context.active(),
    })
  }

  child(attributes: object): Logger {
    return this.#with(bind(this.#bindings, attributes, this.#root.limits), this.#context)
  }

  withTrace(traceId: string, spanId?: string): Logger {
    const spanContext = spanContextOf(traceId, spanId)
    if (spanContext === undefined) {
      this.#root.emitter.reportOnce('withTrace was given an id that is not valid')
      return this.#with(this.#bindings, this.#context)
    }
    const bindings =
      spanId === undefined ? bind(this.#bindings, { trace_id: spanContext.traceId }, this.#root.limits) : this.#bindings
    return this.#with(bindings, contextOf(spanContext))
  }

  withTraceparent(header: string | readonly string[] | undefined): Logger {
    const spanContext = parseTraceparent(header)
    if (spanContext === undefined && header !== undefined)
      this.#root.emitter.reportOnce('withTraceparent was given a header that is not valid')
    return this.#with(this.#bindings, spanContext === undefined ? this.#context : contextOf(spanContext))
  }

  isLevelEnabled(level: Level): boolean {
    return SEVERITY_NUMBERS[level] >= this.#threshold.severityNumber
  }

  get level(): Level | 'silent' {
    return this.#threshold.level
  }

  set level(level: Level | 'silent') {
    if (level !== 'silent' && !isLevel(level)) {
      this.#root.emitter.reportOnce(
        'the level is none of trace, debug, info, warn, error, fatal, silent, and is ignored',
      )
    } else if (this.#ownsThreshold) {
      this.#threshold.set(level)
    } else {
      this.#threshold = new Threshold(level)
      this.#ownsThreshold = true
    }
  }

  #with(bindings: AnyValueMap, context: Context | undefined): Logger {
    return new LogHandle(this.#root, this.#threshold, bindings, context)
  }

  #method(level: Level): LogMethod {
    if (SEVERITY_NUMBERS[level] < this.#threshold.severityNumber) return NOOP
    this.#methods ??= {}
    this.#methods[level] ??= (message, ...details) => this.#write(level, message, details)
    return this.#methods[level]
  }

  #write(level: Level, message: unknown, details: readonly unknown[]): void {
    const conversion = new Conversion(this.#root.limits)
    const error = isError(message) ? message : undefined
    this.#root.emitter.emit({
      severityNumber: SEVERITY_NUMBERS[level],
      severityText: level,
      body: conversion.value(error ? readProperty(error, 'message') : message),
      attributes:
        error === undefined && details.length === 0
          ? this.#bindings
          : recordAttributes(conversion, this.#bindings, error, details),
      context: this.#context ?? context.active(),
    })
  }
}

/** Prepares the attributes of a handle, once for all of its records. */
function bind(bindings: AnyValueMap, attributes: object, limits: ResolvedAttributeLimits): AnyValueMap {
  const bound = Object.assign(new AttributeMap(), bindings)
  const conversion = new Conversion(limits)
  if (hasProperties(attributes)) conversion.copyProperties(attributes, keysOf(attributes), bound)
  else if (attributes !== undefined && attributes !== null) conversion.set(bound, 'details', [attributes])
  return Object.freeze(bound)
}
