import type { Context } from '@opentelemetry/api'
import type { Logger, LoggerProvider, LogRecord, SeverityNumber } from '@opentelemetry/api-logs'
import { registeredLoggerProvider } from '../../registered-provider'
import type { PinoLine } from '../patch/pino-internals'
import { BindingsReader, type LoggerState } from './bindings'
import { type LineContent, parseLine, parseProperties, readContent, unparsedContent } from './content'
import { plainContent } from './plain-content'
import { type Labels, PinoSeverities } from './severity'
import { readTimestamp } from './timestamp'

/**
 * The most scopes remembered. An app that names its loggers after its data exceeds it, and pays one
 * look-up a line.
 */
const MAX_SCOPES = 256

/** Makes an OpenTelemetry log record of each line. */
export class LineForwarder {
  readonly #states = new BindingsReader()
  readonly #scopes = new Map<string, Logger>()
  #fixedProvider: LoggerProvider | undefined
  #provider: LoggerProvider | undefined
  #isEmitting = false
  /** The labels of the last line: a logger shares its levels with its children. */
  #labels: Labels | undefined
  #severities: PinoSeverities | undefined
  readonly #severitiesOf = new WeakMap<Labels, PinoSeverities>()

  setProvider(provider: LoggerProvider): void {
    this.#fixedProvider = provider
  }

  /** @param defaultScope - the scope of loggers without a name */
  forward(line: PinoLine, context: Context, defaultScope: string): void {
    // A processor that logs with pino while it processes a record would get that log next, without
    // end.
    if (this.#isEmitting) return
    this.#isEmitting = true
    try {
      const bindingsText = line.copy.bindings(line.instance)
      const state = this.#states.of(bindingsText)
      const label = line.instance.levels?.labels?.[line.level]
      const { body, attributes } = contentOf(line, bindingsText, state)
      const record: LogRecord = {
        severityNumber: this.#severity(line, label),
        severityText: label ?? String(line.level),
        body,
        attributes,
        context,
      }
      const timestamp = readTimestamp(line.time, Date.now())
      if (timestamp !== undefined) record.timestamp = timestamp
      this.#scope(state.name ?? defaultScope).emit(record)
    } finally {
      this.#isEmitting = false
    }
  }

  #severity({ copy, instance, level }: PinoLine, label: string | undefined): SeverityNumber {
    const labels = instance.levels?.labels
    if (this.#severities === undefined || labels !== this.#labels) {
      this.#severities = labels && this.#severitiesOf.get(labels)
      this.#severities ??= new PinoSeverities(labels, copy.levelsFall(instance))
      if (labels !== undefined) this.#severitiesOf.set(labels, this.#severities)
      this.#labels = labels
    }
    return this.#severities.of(level, label)
  }

  #scope(name: string): Logger {
    // Looked up each time: the API's proxies follow only a provider registered through the same
    // copy of the API.
    const provider = this.#fixedProvider ?? registeredLoggerProvider()
    if (provider !== this.#provider) {
      this.#provider = provider
      this.#scopes.clear()
    }
    let scope = this.#scopes.get(name)
    if (scope === undefined) {
      scope = provider.getLogger(name)
      if (this.#scopes.size < MAX_SCOPES) this.#scopes.set(name, scope)
    }
    return scope
  }
}

/**
 * The content of a line. Usually only the text after the bindings must be read. If a `streamWrite`
 * hook changes lines before they are written, often to redact them, the hook's result counts and is
 * read in full.
 */
function contentOf(line: PinoLine, bindingsText: string, { bindings, base }: LoggerState): LineContent {
  const { copy, format, instance, level, time, fields, text } = line
  const { keys, streamWrite } = format
  const timeEnd = copy.timeEnd(instance, level, time)
  if (streamWrite === undefined) {
    const start = timeEnd + fields.length + bindingsText.length
    const end = text.length - format.end.length
    const plain = plainContent(line, bindings, end - start)
    if (plain !== undefined) return plain
    const properties = parseProperties(text.slice(start, end))
    if (properties !== undefined) return readContent(properties, bindings, keys)
  }
  const bare = fields === '' ? text : text.slice(0, timeEnd) + text.slice(timeEnd + fields.length)
  const written = streamWrite === undefined ? bare : streamWrite(bare)
  const whole = parseLine(written)
  if (whole === undefined) return unparsedContent(written)
  const { level: _level, time: _time, ...properties } = whole
  for (const key in base) if (properties[key] === base[key]) delete properties[key]
  return readContent(properties, {}, keys)
}
