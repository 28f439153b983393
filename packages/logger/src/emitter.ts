import { diag } from '@opentelemetry/api'
import type { Logger, LoggerProvider, LogRecord } from '@opentelemetry/api-logs'
import { registeredLoggerProvider } from './registered-provider'

/** Emits the records of one logger and all its children through the OpenTelemetry Logs API. */
export class Emitter {
  readonly #name: string
  readonly #version: string | undefined
  readonly #fixedProvider: LoggerProvider | undefined
  readonly #reported = new Set<string>()
  #provider: LoggerProvider | undefined
  #logger: Logger | undefined

  constructor(name: string, version: string | undefined, provider: LoggerProvider | undefined) {
    this.#name = name
    this.#version = version
    this.#fixedProvider = provider
  }

  /** Never throws: a broken provider or processor is reported, and only that record is lost. */
  emit(record: LogRecord): void {
    try {
      this.#resolve().emit(record)
    } catch (error) {
      this.reportOnce('a log record could not be emitted', error)
    }
  }

  /** `problem` is a constant of this package, so that the set of reported problems is bounded. */
  reportOnce(problem: string, ...details: unknown[]): void {
    if (this.#reported.has(problem)) return
    this.#reported.add(problem)
    diag.warn(`logger ${this.#name}: ${problem}`, ...details)
  }

  /**
   * Looks the provider up for each record: the API's proxies follow only a provider that is
   * registered through the same copy of the API, and most loggers are created before any provider
   * is registered.
   */
  #resolve(): Logger {
    const provider = this.#fixedProvider ?? registeredLoggerProvider()
    if (this.#logger === undefined || provider !== this.#provider) {
      this.#provider = provider
      this.#logger = provider.getLogger(this.#name, this.#version)
    }
    return this.#logger
  }
}
