/** One of several paths that a layer was registered with. */
interface Alternative {
  readonly path: string
  matches(text: string): boolean
}

/**
 * The path of one layer as the app wrote it, which it joins to the pattern of the router around it.
 */
export class RoutePattern {
  /** The paths of a layer that was registered with several. */
  readonly alternatives: readonly Alternative[] | undefined
  readonly #path: string | undefined
  // A layer is nearly always under the same base, so remembering the last join saves the
  // concatenation on every request.
  #lastBase: string | undefined
  #lastJoined: string | undefined

  /**
   * @param path - a string or regular expression; `undefined` when it is unknown because the layer
   *   is older than the instrumentation
   */
  constructor(path: unknown, alternatives?: readonly Alternative[]) {
    this.#path = path === undefined ? undefined : String(path)
    this.alternatives = alternatives
  }

  /**
   * The pattern of this layer in a router that is mounted at `base`.
   *
   * @param base - the pattern of the mount path, `''` at the root, `undefined` when it is unknown
   * @returns `''` at the root; `undefined` when a part is unknown, since a route with a missing
   *   part is wrong
   */
  under(base: string | undefined): string | undefined {
    if (base === undefined || this.#path === undefined) return undefined
    if (this.#lastBase !== base || this.#lastJoined === undefined) {
      this.#lastBase = base
      this.#lastJoined = join(base, this.#path)
    }
    return this.#lastJoined
  }

  /** Like {@link under}, with the alternative that matches `text`. */
  alternativeUnder(base: string | undefined, text: string): string | undefined {
    const path = this.alternatives?.find((alternative) => matches(alternative, text))?.path
    return base === undefined || path === undefined ? this.under(base) : join(base, path)
  }
}

/** Joins `/api/` and `/users` to `/api/users`; `/` adds nothing. */
function join(base: string, path: string): string {
  if (path === '/') return base
  return base.endsWith('/') && path.startsWith('/') ? base + path.slice(1) : base + path
}

function matches(alternative: Alternative, text: string): boolean {
  try {
    return alternative.matches(text)
  } catch {
    // A parameter that cannot be decoded. Express has found that the layer matches as a whole, so
    // another alternative matched.
    return false
  }
}
