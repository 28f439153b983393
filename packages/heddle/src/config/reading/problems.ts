import { VARIABLES } from '../variables'

/**
 * The configuration that was given cannot be used. Thrown by `start()` before anything is installed; `heddle/register`
 * prints it and lets the app run untraced. The message names each setting, what was read and what is allowed.
 */
export class HeddleConfigError extends Error {
  readonly code = 'HEDDLE_CONFIG'

  constructor(readonly problems: readonly string[]) {
    super(
      `Heddle cannot start, its configuration has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n` +
        problems.map((problem) => `  - ${problem}`).join('\n'),
    )
    this.name = 'HeddleConfigError'
  }
}

const SHOWN_LENGTH = 100

/** Gathers what is wrong, and what is merely odd, while configuration is resolved. */
export class Problems {
  readonly errors: string[] = []
  readonly warnings: string[] = []

  /** A value that does not fit. It is shown, so this is not for settings that may hold a secret. */
  add(setting: string, read: unknown, allowed: string): void {
    this.reject(setting, `read ${shown(read)}, allowed: ${allowed}`)
  }

  /** A value of a variable that cannot be used: an error, unless {@link VARIABLES} says that its default is safe. */
  addVariable(name: string, read: string, allowed: string): void {
    const wrong = VARIABLES[name]
    if (typeof wrong === 'object') this.warn(name, `read ${shown(read)}, allowed: ${allowed}; used: ${wrong.used}`)
    else this.add(name, read, allowed)
  }

  /** A value of the wrong kind. Only the kind is shown: a string in the place of `export` may be anything. */
  addKind(setting: string, read: unknown, allowed: string): void {
    this.reject(setting, `read ${kindOf(read)}, allowed: ${allowed}`)
  }

  /** For a setting that may hold a secret: the value is never shown. */
  addSecret(setting: string, allowed: string): void {
    this.reject(setting, `its value cannot be used (not shown, it may be secret), allowed: ${allowed}`)
  }

  addUnknown(setting: string, name: string, known: readonly string[]): void {
    this.reject(setting, `there is no option ${shown(name)}, allowed: ${known.join(', ')}`)
  }

  /** Anything else that is wrong, in words. */
  reject(setting: string, why: string): void {
    this.note(this.errors, `${setting}: ${why}`)
  }

  warn(setting: string, message: string): void {
    this.note(this.warnings, `${setting}: ${message}`)
  }

  throwIfAny(): void {
    if (this.errors.length > 0) throw new HeddleConfigError(this.errors)
  }

  // Both signals read the general variables: each mistake is still said once.
  private note(list: string[], text: string): void {
    if (!list.includes(text)) list.push(text)
  }
}

function shown(value: unknown): string {
  if (typeof value !== 'string') return kindOf(value)
  return JSON.stringify(value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value)
}

function kindOf(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
