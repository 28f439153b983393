import { SeverityNumber } from '@opentelemetry/api-logs'
import { severityOfName } from '../../level-names'
import { type Level, LevelScale } from '../../level-scale'

/**
 * The names of a logger's levels by number, as pino keeps them: one object for a logger and its
 * children.
 */
export type Labels = Readonly<Record<number, string>>

const MAX_SEVERITIES = 1_000
/** Apps that number levels like pino, under their own names, stay between these bounds. */
const LOWEST = 5
const HIGHEST = 69
const STEP = 4

/**
 * The severities of one logger's levels. A known name decides which of OpenTelemetry's six names a
 * level gets. Among pino's own levels the number then decides the finer grade, and for the app's
 * own names the number decides alone: 35 is INFO3. Other levels go by their order.
 *
 * @see https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
 */
export class PinoSeverities {
  readonly #scale: LevelScale
  readonly #isOnPinoScale: boolean
  readonly #severities = new Map<number, SeverityNumber>()

  /** @param falls - whether the logger compares its levels in descending order */
  constructor(labels: Labels | undefined, falls = false) {
    const levels = Object.entries(labels ?? {}).map(([number, name]) => ({
      name: String(name),
      number: Number(number),
    }))
    this.#scale = new LevelScale(levels, falls)
    this.#isOnPinoScale = labels === undefined || (labels[30] === 'info' && labels[40] === 'warn')
    if (!this.#isOnPinoScale && !falls && !this.#scale.hasKnown) this.#isOnPinoScale = areLikePinos(levels)
  }

  of(number: number, label: string | undefined): SeverityNumber {
    let severity = this.#severities.get(number)
    if (severity === undefined) {
      severity = this.#read({ name: label ?? '', number })
      if (this.#severities.size < MAX_SEVERITIES) this.#severities.set(number, severity)
    }
    return severity
  }

  #read(level: Level): SeverityNumber {
    const byName = severityOfName(level.name)
    if (!this.#isOnPinoScale) return this.#scale.severityOf(level)
    // The app's own levels may have known names and large numbers as neighbours, so the scale
    // decides.
    if (byName === undefined && level.number > HIGHEST) return this.#scale.severityOf(level)
    const byNumber = onPinoScale(level.number)
    return byName === undefined || isGradeOf(byNumber, byName) ? byNumber : byName
  }
}

/**
 * Each ten on pino's scale is one of OpenTelemetry's six names, and the numbers between are its
 * finer grades.
 */
function onPinoScale(number: number): SeverityNumber {
  if (!(number >= 10)) return SeverityNumber.TRACE
  return Math.min(SeverityNumber.FATAL4, SeverityNumber.TRACE + Math.floor((number - 10) / 2.5))
}

function isGradeOf(severity: SeverityNumber, of: SeverityNumber): boolean {
  return Math.floor((severity - 1) / STEP) === Math.floor((of - 1) / STEP)
}

function areLikePinos(levels: readonly Level[]): boolean {
  const numbers = levels.map(({ number }) => number).filter(Number.isFinite)
  return Math.min(...numbers) >= LOWEST && Math.max(...numbers) <= HIGHEST && Math.max(...numbers) >= 20
}
