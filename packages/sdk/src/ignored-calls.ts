import { diag } from '@opentelemetry/api'

/** Calls of the OpenTelemetry API that the specification has us ignore. */
const KINDS = {
  endedSpan: 'calls on spans that have ended',
  spanAttribute: 'span attributes that are not valid',
  logAttribute: 'log attributes that are not valid',
  logRecord: 'log records that are none',
  emittedLog: 'changes of log records that were emitted already',
  exception: 'exceptions with neither a type nor a message',
  negativeDuration: 'spans that end before they start',
} as const
type IgnoredCall = keyof typeof KINDS

/** A count is reported again when it has grown by this factor. */
const NEXT = 1_000

interface Count {
  all: number
  said: number
}

/**
 * Tells of each kind of ignored call once and then only counts: some frameworks make such calls for
 * each request. The counts are said at the thousandth, the millionth and so on, and at the end.
 * Through `diag`, which may be the app's own.
 */
export class IgnoredCalls {
  readonly #counts = new Map<IgnoredCall, Count>()

  /** @param describe says what happened; called for the first of a kind only */
  note(kind: IgnoredCall, describe: () => string): void {
    const count = this.#counts.get(kind)
    if (count === undefined) {
      this.#counts.set(kind, { all: 1, said: 1 })
      diag.warn(`${describe()}; others of this kind are only counted`)
      return
    }
    count.all++
    if (count.all < count.said * NEXT) return
    count.said = count.all
    diag.warn(`ignored so far: ${count.all} ${KINDS[kind]}`)
  }

  /** Says what was not said yet, on one line, and begins anew. */
  sayRest(): void {
    const rest = [...this.#counts].filter(([, { all, said }]) => all > said)
    if (rest.length > 0) diag.warn(`ignored: ${rest.map(([kind, { all }]) => `${all} ${KINDS[kind]}`).join(', ')}`)
    this.#counts.clear()
  }
}

/** The counts of this process. */
export const ignoredCalls = new IgnoredCalls()
