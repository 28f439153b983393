import { sep } from 'node:path'

/**
 * Subscriptions to files of packages, by the last part of the file's path: whether one of them may be
 * meant is asked for every file that Node loads.
 */
export class AwaitedFiles<Subscription extends { readonly file: string }> {
  readonly #byName = new Map<string, Set<Subscription>>()

  /** @param subscription - whose `file` has slashes */
  add(subscription: Subscription): void {
    const name = lastPart(subscription.file, '/')
    const others = this.#byName.get(name)
    if (others === undefined) this.#byName.set(name, new Set([subscription]))
    else others.add(subscription)
  }

  /** @returns whether it was there */
  delete(subscription: Subscription): boolean {
    const name = lastPart(subscription.file, '/')
    const those = this.#byName.get(name)
    const wasThere = those?.delete(subscription) ?? false
    if (those?.size === 0) this.#byName.delete(name)
    return wasThere
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0
  }

  has(filename: string): boolean {
    return this.#byName.has(lastPart(filename, sep))
  }

  /** Those to files of that name, whatever their folder. */
  of(filename: string): Subscription[] {
    return [...(this.#byName.get(lastPart(filename, sep)) ?? [])]
  }

  *[Symbol.iterator](): Iterator<Subscription> {
    for (const those of this.#byName.values()) yield* those
  }
}

function lastPart(path: string, separator: string): string {
  return path.slice(path.lastIndexOf(separator) + 1)
}
