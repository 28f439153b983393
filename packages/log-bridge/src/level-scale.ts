import { SeverityNumber } from '@opentelemetry/api-logs'
import { severityOfName } from './level-names'

/** A level of a logger: its name, and the number that orders it. */
export interface Level {
  readonly name: string
  readonly number: number
}

interface Known {
  readonly number: number
  readonly severity: number
  readonly rank: number
}

/** The distance from the first severity of one of OpenTelemetry's six names to that of the next. */
const STEP = 4
const MAX_LEVELS = 1_000

/**
 * Maps each level of a logger to a severity. A known name decides. Other levels go by their order:
 * between known neighbours by their position, beyond the last known level one of OpenTelemetry's
 * six names further for each level. If no name is known at all, the levels are spread from TRACE to
 * FATAL. Numbers may rise with the severity, as pino's do, or fall, as those of syslog and npm do:
 * the known names tell which.
 */
export class LevelScale {
  readonly #numbers: readonly number[]
  /** The levels with known names, by number. */
  readonly #known: readonly Known[]
  /** 1 or -1: whether a higher number is more or less severe. */
  readonly #direction: number

  /** @param falls - whether higher numbers are less severe; counts where the names do not tell */
  constructor(levels: readonly Level[], falls = false) {
    const all = levels
      .slice(0, MAX_LEVELS)
      .filter(({ number }) => Number.isFinite(number))
      .sort((a, b) => a.number - b.number)
    this.#numbers = all.map(({ number }) => number)
    this.#known = all.flatMap(({ name, number }, rank) => {
      const severity = severityOfName(name)
      return severity === undefined ? [] : [{ number, severity, rank }]
    })
    this.#direction = directionOf(this.#known) || (falls ? -1 : 1)
  }

  /** Whether any name is known. */
  get hasKnown(): boolean {
    return this.#known.length > 0
  }

  severityOf({ name, number }: Level): SeverityNumber {
    return severityOfName(name) ?? this.#byOrder(number)
  }

  #byOrder(number: number): SeverityNumber {
    const rank = this.#rankOf(number)
    if (this.#known.length === 0) return this.#byPosition(rank)
    const above = this.#known.findIndex((known) => known.number > number)
    const below = this.#known[above === -1 ? this.#known.length - 1 : above - 1]
    const next = above === -1 ? undefined : this.#known[above]
    if (below !== undefined && next !== undefined) {
      const part = (number - below.number) / (next.number - below.number)
      return bounded(Math.floor(below.severity + part * (next.severity - below.severity)))
    }
    const edge = (below ?? next)!
    // A number that no level has takes the rank of the level before it.
    const distance = rank - edge.rank || (below === undefined ? -1 : 1)
    return bounded(edge.severity + distance * STEP * this.#direction)
  }

  #byPosition(rank: number): SeverityNumber {
    const last = this.#numbers.length - 1
    if (last <= 0) return SeverityNumber.INFO
    const position = (this.#direction === 1 ? Math.max(rank, 0) : last - Math.max(rank, 0)) / last
    return bounded(Math.round(SeverityNumber.TRACE + position * (SeverityNumber.FATAL - SeverityNumber.TRACE)))
  }

  #rankOf(number: number): number {
    return this.#numbers.findLastIndex((each) => each <= number)
  }
}

/**
 * Positive if the severities rise with the numbers, negative if they fall, 0 if they do neither.
 */
function directionOf(known: readonly Known[]): number {
  let sum = 0
  for (let i = 1; i < known.length; i++) sum += Math.sign(known[i]!.severity - known[i - 1]!.severity)
  return Math.sign(sum)
}

function bounded(severity: number): SeverityNumber {
  return Math.min(Math.max(severity, SeverityNumber.TRACE), SeverityNumber.FATAL4)
}
