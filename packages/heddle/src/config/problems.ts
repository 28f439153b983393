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

/** Gathers what is wrong, and what is merely odd, while configuration is resolved. */
export class Problems {
  readonly errors: string[] = []
  readonly warnings: string[] = []

  add(setting: string, read: unknown, allowed: string): void {
    this.note(this.errors, `${setting}: read ${quote(read)}, allowed: ${allowed}`)
  }

  /** For a setting that may hold a secret: the value is never shown. */
  addSecret(setting: string, allowed: string): void {
    this.note(this.errors, `${setting}: its value cannot be used (not shown, it may be secret), allowed: ${allowed}`)
  }

  warn(setting: string, message: string): void {
    this.note(this.warnings, `${setting}: ${message}`)
  }

  // Both signals read the general variables: each mistake is still said once.
  private note(list: string[], text: string): void {
    if (!list.includes(text)) list.push(text)
  }

  throwIfAny(): void {
    if (this.errors.length > 0) throw new HeddleConfigError(this.errors)
  }
}

function quote(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'function') return 'a function'
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return typeof value
  }
}
