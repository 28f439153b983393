import { Origins } from './origins'
import type { Problems } from './problems'

/** `process.env`, or a stand-in for it. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Typed reading of environment variables, by the rules of the OpenTelemetry specification: an empty
 * value counts as unset, and surrounding white space does not count. A value that cannot be used is
 * noted in `problems` with the variable, what was read and what is allowed, as an error or a
 * warning (the setting's `variables` say which). The reader then goes on as if the variable were
 * unset, so that one start shows every mistake at once.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export class EnvironmentReader {
  readonly origins: Origins
  readonly #env: Environment
  readonly #problems: Problems
  readonly #sources: Set<string> | undefined

  constructor(env: Environment, problems: Problems, origins = new Origins(), sources?: Set<string>) {
    this.origins = origins
    this.#env = env
    this.#problems = problems
    this.#sources = sources
  }

  /**
   * The reader for one value of the summary, by its path there. It notes the variables whose values
   * are used; those of a text or a list, which the setting judges itself, are told by `used()`.
   */
  for(path: string): EnvironmentReader {
    return new EnvironmentReader(this.#env, this.#problems, this.origins, this.origins.lookedUp(path))
  }

  used(name: string): void {
    this.#sources?.add(this.#problems.placeOf(name))
  }

  string(name: string): string | undefined {
    const value = this.#env[name]?.trim()
    return value === '' ? undefined : value
  }

  /** The first of `names` that is set. A signal's own variable stands before the general one. */
  firstOf(...names: readonly string[]): { readonly name: string; readonly value: string } | undefined {
    for (const name of names) {
      const value = this.string(name)
      if (value !== undefined) return { name, value }
    }
    return undefined
  }

  /** The specification's rule: only `true` is true. Any other text but `false` is warned of. */
  flag(name: string): boolean {
    const value = this.string(name)?.toLowerCase()
    if (value === 'true' || value === 'false') this.used(name)
    else if (value !== undefined) this.#problems.warn(name, 'neither true nor false, so it counts as false')
    return value === 'true'
  }

  boolean(name: string): boolean | undefined {
    return this.#firstUsable([name], 'true or false', (text) => {
      const value = text.toLowerCase()
      return value === 'true' || value === 'false' ? value === 'true' : undefined
    })
  }

  /** The whole number from `minimum` in the first of `names` that has one. */
  integer(minimum: number, ...names: readonly string[]): number | undefined {
    return this.#firstUsable(names, `a whole number from ${minimum}`, (text) => {
      const value = Number(text)
      return Number.isSafeInteger(value) && value >= minimum ? value : undefined
    })
  }

  ratio(name: string): number | undefined {
    return this.#firstUsable([name], 'a ratio from 0 to 1', (text) => {
      const value = Number(text)
      return value >= 0 && value <= 1 ? value : undefined
    })
  }

  /** The member of `allowed`, in upper or lower case, in the first of `names` that has one. */
  oneOf<T extends string>(allowed: readonly T[], ...names: readonly string[]): T | undefined {
    return this.#firstUsable(names, allowed.join(', '), (text) => {
      const value = text.toLowerCase()
      return allowed.find((each) => each === value)
    })
  }

  /** The first value that can be used. Wrong values before it are noted and count as unset. */
  #firstUsable<T>(names: readonly string[], allowed: string, read: (text: string) => T | undefined) {
    for (const name of names) {
      const text = this.string(name)
      if (text === undefined) continue
      const value = read(text)
      if (value !== undefined) {
        this.used(name)
        return value
      }
      this.#problems.addVariable(name, text, allowed)
    }
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
