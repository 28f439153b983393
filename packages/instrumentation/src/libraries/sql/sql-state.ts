import { textOf } from '../../http-semantics/span-error'
import type { ErrorFacts } from '../calls'

/** PostgreSQL's SQLSTATE; for a connection that broke, Node's code, which has no digit (`EPIPE`). */
export function sqlState(error: unknown): ErrorFacts {
  const code = textOf(error, 'code')
  const isState = code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)
  return isState ? { type: code, attributes: { 'db.response.status_code': code } } : {}
}
