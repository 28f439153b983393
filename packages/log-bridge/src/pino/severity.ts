import { SeverityNumber } from '@opentelemetry/api-logs'

const BY_LABEL: Readonly<Record<string, SeverityNumber | undefined>> = Object.assign(Object.create(null), {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
})

/**
 * The severity of a pino level. A label that pino itself defines decides, whatever its number is. Custom levels go by their number on pino's
 * scale, where each ten is one of OpenTelemetry's six names and the steps between are its finer grades: 35 is INFO3.
 *
 * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
 */
export function severityOf(level: number, label: string | undefined): SeverityNumber {
  const standard = label === undefined ? undefined : BY_LABEL[label]
  if (standard !== undefined) return standard
  if (!(level >= 10)) return SeverityNumber.TRACE
  return Math.min(SeverityNumber.FATAL4, SeverityNumber.TRACE + Math.floor((level - 10) / 2.5))
}
