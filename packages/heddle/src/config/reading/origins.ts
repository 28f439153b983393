import { isObject } from './checks'

/** The source of what another SDK decides in the place of Heddle. */
export const JOINED = 'joined SDK'

/**
 * Where the values came from that `heddle.config` shows, by their paths there. The reader of the
 * environment notes them while the settings are resolved: no setting has to be written twice.
 */
export class Origins {
  readonly #found = new Map<string, Set<string>>()
  readonly #inFile = new Map<string, string>()

  /** A value that is looked up in variables: their names come into the set if they are used. */
  lookedUp(path: string): Set<string> {
    const sources = new Set<string>()
    this.#found.set(path, sources)
    return sources
  }

  set(path: string, source: string): void {
    this.#found.set(path, new Set([source]))
  }

  /** Code has a part in the value, too. */
  addCode(path: string): void {
    this.#found.get(path)?.add('code')
  }

  /** For a value that follows from that of `other`. */
  follow(path: string, other: string): void {
    const sources = this.#found.get(other)
    if (sources === undefined) this.#found.delete(path)
    else this.#found.set(path, sources)
  }

  /** What stands among the options in code, and is from the file. */
  fromFile(path: string, place: string): void {
    this.#inFile.set(path, place)
  }

  /** Code comes first: what it gives is not looked up. */
  of(path: string): string {
    const sources = this.#found.get(path)
    return sources ? [...sources].join(', ') || 'default' : (this.#inFile.get(path) ?? 'code')
  }
}

/** The paths of all values in a summary. A list is one value. */
export function pathsIn(summary: object, prefix = ''): readonly string[] {
  return Object.entries(summary).flatMap(([name, value]: [string, unknown]) =>
    isObject(value) && !Array.isArray(value) ? pathsIn(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}
