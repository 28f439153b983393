import { diag } from '@opentelemetry/api'
import { adviceFor } from './advice'
import type { Problem } from './options'

/** Reports a problem of one signal by what it is. */
export type ReportProblem = (what: string, message: string) => void

/**
 * Tells of each kind of problem once, because a collector that is away is away for every batch.
 * The receiver is isolated: what it throws goes nowhere.
 */
export function problemReporter(
  signal: string,
  endpoint: string,
  onProblem: (problem: Problem) => void = warn,
): ReportProblem {
  const reported = new Set<string>()
  return (what, message) => {
    const code = `${signal}_${what}`
    if (reported.has(code)) return
    reported.add(code)
    try {
      const advice = adviceFor(message)
      onProblem({ code, message: `OTLP ${signal} to ${endpoint}: ${message}${advice ? `; ${advice}` : ''}` })
    } catch {
      // There is no one left to tell.
    }
  }
}

function warn({ code, message }: Problem): void {
  diag.warn(`${message} (${code}, reported once)`)
}
