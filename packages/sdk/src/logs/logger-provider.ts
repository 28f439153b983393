import type { AnyValueMap, LogAttributes, Logger, LoggerOptions, LoggerProvider } from '@opentelemetry/api-logs'
import type { Resource } from '@opentelemetry/resources'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { isIndexed } from '../indexed'
import { type LogRecordLimits, ValueCopies } from './log-attributes'
import { HeddleLogger } from './logger'
import { type DescribeValue, readValue } from './nested-copy'

/** The parts of a {@link HeddleLoggerProvider}. */
interface LoggerProviderOptions {
  readonly resource: Resource
  readonly limits: LogRecordLimits
  /** Called with values that the app has logged and that cannot be copied. Must not throw. */
  readonly describe: DescribeValue
  /**
   * Called in this order. An error of a processor reaches the caller that emits: isolate processors
   * first.
   */
  readonly processors: readonly LogRecordProcessor[]
  /**
   * Whether no processor changes a record, or reads a record again after `onEmit`: one object then
   * serves for all records of a logger that hold scalars alone. @default false
   */
  readonly exportOnly?: boolean
  /**
   * The logger that a scope gets in place of its own, such as one that makes no records.
   * @default its own
   */
  readonly loggerFor?: (scopeName: string, own: Logger) => Logger
}

/**
 * A program that names loggers after its data has more loggers. The loggers beyond this work, but
 * are not cached.
 */
const MAX_LOGGERS = 1_000
/** Longest key of a cached logger, in UTF-16 code units. */
const MAX_KEY_LENGTH = 4_096

/**
 * The logger provider of the process, for our own logger and bridges and for all that speaks the
 * OpenTelemetry Logs API. It stands in for `LoggerProvider` of the SDK, with equal behaviour at a
 * third of its cost.
 */
export class HeddleLoggerProvider implements LoggerProvider {
  readonly #options: LoggerProviderOptions
  readonly #loggers = new Map<string, Logger>()

  constructor(options: LoggerProviderOptions) {
    this.#options = options
  }

  getLogger(name: string, version?: string, { schemaUrl, attributes }: LoggerOptions = {}): Logger {
    const { resource, limits, describe, processors, exportOnly = false, loggerFor } = this.#options
    const scope = {
      name: name || 'unknown',
      ...(version && { version }),
      ...(schemaUrl && { schemaUrl }),
      ...(attributes && scopeAttributes(attributes, limits, describe)),
    }
    const key = JSON.stringify(scope)
    const known = this.#loggers.get(key)
    if (known !== undefined) return known
    const own = new HeddleLogger({ scope, resource, limits, describe }, processors, exportOnly)
    const logger = loggerFor?.(name, own) ?? own
    if (this.#loggers.size < MAX_LOGGERS && key.length <= MAX_KEY_LENGTH) this.#loggers.set(key, logger)
    return logger
  }

  async forceFlush(): Promise<void> {
    await Promise.all(this.#options.processors.map((processor) => processor.forceFlush()))
  }

  async shutdown(): Promise<void> {
    await Promise.all(this.#options.processors.map((processor) => processor.shutdown()))
  }
}

function scopeAttributes(given: LogAttributes, limits: LogRecordLimits, describe: DescribeValue) {
  const attributes: AnyValueMap = {}
  let droppedAttributesCount = 0
  let count = 0
  const values = new ValueCopies(limits.attributeValueLength, describe)
  for (const key of isIndexed(given) ? [] : Object.keys(given)) {
    const value = readValue(given, key)
    if (value === undefined) continue
    if (key === '' || key === '__proto__' || count >= limits.attributeCount) {
      droppedAttributesCount++
    } else {
      attributes[key] = values.of(value)
      count++
    }
  }
  return count > 0 ? { attributes, droppedAttributesCount } : { droppedAttributesCount }
}
