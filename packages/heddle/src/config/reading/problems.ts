import type { Variables } from './variables'

/**
 * The configuration that was given cannot be used. `start()` throws it before it installs anything;
 * `heddle/register` prints it and lets the app run untraced. The message names each setting, what
 * was read and what is allowed.
 */
export class HeddleConfigError extends Error {
  readonly code = 'HEDDLE_CONFIG'

  /** @param problems - one line for each setting that cannot be used, without secrets */
  constructor(readonly problems: readonly string[]) {
    super(
      `Heddle cannot start, its configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n` +
        problems.map((problem) => `  - ${problem}`).join('\n'),
    )
    this.name = 'HeddleConfigError'
  }
}

const SHOWN_LENGTH = 100

/** Gathers errors and warnings while the configuration is resolved. */
export class Problems {
  readonly errors: string[] = []
  readonly warnings: string[] = []
  /** Where a variable comes from, if not from the environment: what messages name in its place. */
  places: Readonly<Record<string, string>> = {}
  readonly #variables: Variables

  /** @param variables - every variable that is read, with what becomes of a wrong value */
  constructor(variables: Variables) {
    this.#variables = variables
  }

  /** A value that does not fit. The message shows it: not for settings that may hold a secret. */
  add(setting: string, read: unknown, allowed: string): void {
    this.reject(setting, `read ${shown(read)}, allowed: ${allowed}`)
  }

  /**
   * A wrong value of a variable: an error, unless the setting says which default is used instead.
   */
  addVariable(name: string, read: string, allowed: string): void {
    const wrong = this.#variables[name]
    if (typeof wrong === 'object') this.warn(name, `read ${shown(read)}, allowed: ${allowed}; used: ${wrong.used}`)
    else this.add(name, read, allowed)
  }

  /** A value of the wrong kind. Shows the kind alone: a string as `export` may hold a password. */
  addKind(setting: string, read: unknown, allowed: string): void {
    this.reject(setting, `read ${kindOf(read)}, allowed: ${allowed}`)
  }

  /** A wrong value of a setting that may hold a secret. The message never shows it. */
  addSecret(setting: string, allowed: string): void {
    this.reject(setting, `its value cannot be used (not shown, it may be secret), allowed: ${allowed}`)
  }

  addUnknown(setting: string, name: string, known: readonly string[]): void {
    this.reject(setting, `there is no option ${shown(name)}, allowed: ${known.join(', ')}`)
  }

  /** Any other error, in words. */
  reject(setting: string, why: string): void {
    this.#note(this.errors, `${this.placeOf(setting)}: ${why}`)
  }

  warn(setting: string, message: string): void {
    this.#note(this.warnings, `${this.placeOf(setting)}: ${message}`)
  }

  placeOf(setting: string): string {
    return this.places[setting] ?? setting
  }

  throwIfAny(): void {
    if (this.errors.length > 0) throw new HeddleConfigError(this.errors)
  }

  // Both signals read the general variables: the set of messages has each mistake once.
  #note(list: string[], text: string): void {
    if (!list.includes(text)) list.push(text)
  }
}

/** What was read, cut; of what is no text, number or boolean the kind alone. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return kindOf(value)
  return JSON.stringify(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value)
}

export function kindOf(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
