import { diag } from '@opentelemetry/api'
import type { Problem } from '../options/options'
import { adviceFor } from './advice'

/** Reports a problem of one signal. `what` is the second part of its code. */
export type ReportProblem = (what: string, message: string) => void

/**
 * Tells of each kind of problem, and of each thing to do about it, once, because a collector that
 * is away is away for every batch. The receiver is isolated: what it throws goes nowhere.
 */
export function problemReporter(
  signal: string,
  endpoint: string,
  onProblem: (problem: Problem) => void = warn,
): ReportProblem {
  const reported = new Set<string>()
  return (what, message) => {
    const code = `${signal}_${what}`
    const advice = adviceFor(message)
    // A token that expires is news, also after a batch that was refused for another reason.
    const kind = `${code} ${advice}`
    if (reported.has(kind)) return
    reported.add(kind)
    try {
      onProblem({ code, message: `OTLP ${signal} to ${endpoint}: ${message}${advice ? `; ${advice}` : ''}` })
    } catch {
      // There is no one left to tell.
    }
  }
}

function warn({ code, message }: Problem): void {
  diag.warn(`${message} (${code}, reported once)`)
}
