import type { Problems } from './problems'

/** `process.env`, or a stand-in for it. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Typed reading of environment variables, by the rules of the OpenTelemetry specification: an empty value is an
 * unset one, and surrounding white space does not count. A value that cannot be used is noted in `problems` with the
 * variable, what was read and what is allowed; the reader then answers `undefined` and goes on, so that one start
 * shows every mistake at once.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export class EnvironmentReader {
  constructor(
    private readonly env: Environment,
    private readonly problems: Problems,
  ) {}

  string(name: string): string | undefined {
    const value = this.env[name]?.trim()
    return value === '' ? undefined : value
  }

  /** The first of `names` that is set: a signal's own variable before the general one. */
  firstOf(...names: readonly string[]): { readonly name: string; readonly value: string } | undefined {
    for (const name of names) {
      const value = this.string(name)
      if (value !== undefined) return { name, value }
    }
    return undefined
  }

  /** By the specification's own rule: only `true` is true, and anything else that is not `false` is worth a warning. */
  flag(name: string): boolean {
    const value = this.string(name)?.toLowerCase()
    if (value !== undefined && value !== 'true' && value !== 'false') {
      this.problems.warn(name, 'neither true nor false, so it counts as false')
    }
    return value === 'true'
  }

  boolean(name: string): boolean | undefined {
    const value = this.string(name)?.toLowerCase()
    if (value === undefined) return undefined
    if (value === 'true' || value === 'false') return value === 'true'
    this.problems.add(name, value, 'true or false')
    return undefined
  }

  integer(minimum: number, ...names: readonly string[]): number | undefined {
    const found = this.firstOf(...names)
    if (!found) return undefined
    const value = Number(found.value)
    if (Number.isSafeInteger(value) && value >= minimum) return value
    this.problems.add(found.name, found.value, `a whole number from ${minimum}`)
    return undefined
  }

  oneOf<T extends string>(allowed: readonly T[], ...names: readonly string[]): T | undefined {
    const found = this.firstOf(...names)
    if (!found) return undefined
    const value = found.value.toLowerCase() as T
    if (allowed.includes(value)) return value
    this.problems.add(found.name, found.value, allowed.join(', '))
    return undefined
  }

  /** A comma-separated list, without its empty members. */
  list(name: string): readonly string[] | undefined {
    const value = this.string(name)
    if (value === undefined) return undefined
    return value
      .split(',')
      .map((member) => member.trim())
      .filter((member) => member !== '')
  }
}
