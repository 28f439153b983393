import { SeverityNumber } from '@opentelemetry/api-logs'

/**
 * The levels that are known by name, whatever number a logger gives them: the names of pino and
 * bunyan, of npm (winston's default), and of syslog with its usual abbreviations.
 *
 * @see https://opentelemetry.io/docs/specs/otel/logs/data-model-appendix/ (appendix B)
 */
const SEVERITIES: Readonly<Record<string, SeverityNumber | undefined>> = Object.assign(Object.create(null), {
  trace: SeverityNumber.TRACE,
  silly: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  verbose: SeverityNumber.DEBUG2,
  http: SeverityNumber.DEBUG3,
  info: SeverityNumber.INFO,
  informational: SeverityNumber.INFO,
  information: SeverityNumber.INFO,
  notice: SeverityNumber.INFO2,
  warn: SeverityNumber.WARN,
  warning: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  err: SeverityNumber.ERROR,
  critical: SeverityNumber.ERROR2,
  crit: SeverityNumber.ERROR2,
  alert: SeverityNumber.ERROR3,
  fatal: SeverityNumber.FATAL,
  emergency: SeverityNumber.FATAL,
  emerg: SeverityNumber.FATAL,
  panic: SeverityNumber.FATAL,
})
const MAX_NAME_LENGTH = 16

/**
 * The severity that a level's name stands for, in any case; `undefined` for a name that only the
 * app knows.
 */
export function severityOfName(name: string): SeverityNumber | undefined {
  return name.length > MAX_NAME_LENGTH ? undefined : SEVERITIES[name.toLowerCase()]
}
