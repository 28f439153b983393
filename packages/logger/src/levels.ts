import { SeverityNumber } from '@opentelemetry/api-logs'

/** A level of severity, from the least to the most severe. */
export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'

/**
 * The OpenTelemetry severity number of each level: the first of the four that the logs data model
 * gives to its name.
 */
export const SEVERITY_NUMBERS: Readonly<Record<Level, SeverityNumber>> = {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
}

export function isLevel(level: unknown): level is Level {
  return typeof level === 'string' && Object.hasOwn(SEVERITY_NUMBERS, level)
}

/**
 * The lowest level that is written. A logger shares its threshold with the children that set no
 * level of their own, so that a change on the logger reaches them and the logger need not know
 * them.
 */
export class Threshold {
  level: Level | 'silent'
  severityNumber: number

  constructor(level: Level | 'silent') {
    this.level = level
    this.severityNumber = severityOf(level)
  }

  set(level: Level | 'silent'): void {
    this.level = level
    this.severityNumber = severityOf(level)
  }
}

function severityOf(level: Level | 'silent'): number {
  return level === 'silent' ? Number.POSITIVE_INFINITY : SEVERITY_NUMBERS[level]
}
