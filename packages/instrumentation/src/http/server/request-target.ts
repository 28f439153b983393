/** A request's path and query, as they were sent. */
export interface RequestTarget {
  readonly path: string
  /** Without its `?`; empty when there is none. */
  readonly query: string
}

/**
 * Splits a request target (`/path?query`, `http://host/path?query` or `*`) without normalizing it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
export function parseRequestTarget(target: string): RequestTarget {
  const pathStart = target.charCodeAt(0) === 0x2f /* / */ ? 0 : pathOfAbsoluteForm(target)
  const fragment = target.indexOf('#', pathStart)
  const end = fragment === -1 ? target.length : fragment
  const mark = target.indexOf('?', pathStart)
  if (mark === -1 || mark > end) return { path: target.slice(pathStart, end) || '/', query: '' }
  return { path: target.slice(pathStart, mark) || '/', query: target.slice(mark + 1, end) }
}

function pathOfAbsoluteForm(target: string): number {
  const authority = target.indexOf('://')
  if (authority === -1) return 0
  let index = authority + 3
  while (index < target.length && !'/?#'.includes(target[index]!)) index++
  return index
}
