import { createLogger } from '@heddle/logger'
import { type Context, context, diag, trace } from '@opentelemetry/api'
import type { Pipeline } from '../pipeline/pipeline'
import { VERSION } from '../version'

/** An exception that ends the process. */
export interface Crash {
  readonly error: unknown
  readonly origin: NodeJS.UncaughtExceptionOrigin
  /** Where it was thrown. */
  readonly context: Context
}

/** `process`, or a stand-in for it. */
export type CrashHost = Pick<
  NodeJS.Process,
  'on' | 'removeListener' | 'listenerCount' | 'hasUncaughtExceptionCaptureCallback'
>

/** How soon an app that listens for uncaught exceptions ends, if it ends because of one. */
const APP_ENDS_WITHIN_MS = 10_000

/**
 * Watches for the exception that ends the process, without handling it: Node prints it and exits as
 * without us.
 *
 * An app may listen for uncaught exceptions and live on; then there was no crash. Most apps log the
 * exception and exit, though: so an exception that the app was told of counts as the crash if the
 * process soon ends with an exit code other than 0.
 */
export class CrashWatch {
  #told: { readonly crash: Crash; readonly atMs: number } | undefined
  #forgetting: NodeJS.Timeout | undefined
  readonly #onCrash: (crash: Crash) => void
  readonly #throwSite: () => Context | undefined
  readonly #host: CrashHost

  /**
   * @param onCrash called once, while the process can still do synchronous work
   * @param throwSite the context that an error was just thrown in, where that is known better than
   *   by the active context
   */
  constructor(onCrash: (crash: Crash) => void, throwSite: () => Context | undefined, host: CrashHost = process) {
    this.#onCrash = onCrash
    this.#throwSite = throwSite
    this.#host = host
  }

  /** Returns the function that ends the watch. */
  install(): () => void {
    const listener = (error: unknown, origin: NodeJS.UncaughtExceptionOrigin) => this.#hear(error, origin)
    this.#host.on('uncaughtExceptionMonitor', listener)
    return () => this.#host.removeListener('uncaughtExceptionMonitor', listener)
  }

  /** The process ends, in the ordinary way or not. */
  exit(code: number): void {
    if (this.#told === undefined) return
    const { crash, atMs } = this.#told
    this.#told = undefined
    if (code !== 0 && performance.now() - atMs < APP_ENDS_WITHIN_MS) this.#report(crash)
  }

  #hear(error: unknown, origin: NodeJS.UncaughtExceptionOrigin): void {
    const crash = { error, origin, context: this.#throwSite() ?? context.active() }
    const host = this.#host
    const appDecides = host.listenerCount('uncaughtException') > 0 || host.hasUncaughtExceptionCaptureCallback()
    if (!appDecides) {
      this.#report(crash)
      return
    }
    this.#told = { crash, atMs: performance.now() }
    this.#forgetLater()
  }

  /** An error often has the request with it, and an app that lives on may live long. */
  #forgetLater(): void {
    if (this.#forgetting !== undefined) this.#forgetting.refresh()
    else
      this.#forgetting = setTimeout(() => {
        this.#told = undefined
      }, APP_ENDS_WITHIN_MS).unref()
  }

  #report(crash: Crash): void {
    try {
      this.#onCrash(crash)
    } catch (error) {
      // Thrown from here, it would take the place of the app's own exception.
      diag.error('the crash could not be recorded', error)
    }
  }
}

/**
 * Writes the exception as a FATAL record of the span that it was thrown in, ends the spans that it
 * interrupted, and saves all of it.
 */
export function recordCrash(crash: Crash, pipeline: Pipeline): void {
  const message = describe(crash)
  const logger = createLogger({ name: 'heddle', version: VERSION, provider: pipeline.providers.loggerProvider })
  context.with(crash.context, () => logger.fatal(message, crash.error))
  pipeline.exportUnfinished({ spanContext: trace.getSpanContext(crash.context), message })
  pipeline.save()
}

/** What was thrown in a few words, whatever it is. */
function describe({ error, origin }: Crash): string {
  const what = origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception'
  try {
    return `${what}: ${error instanceof Error ? error.message : String(error)}`
  } catch {
    return what
  }
}
