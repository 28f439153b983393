import { authorityOf } from './authority'

/** The value that replaces a secret. */
const REDACTED = 'REDACTED'

/**
 * Query parameters whose values the conventions call sensitive: signatures and credentials of
 * signed URLs.
 */
const SENSITIVE_PARAMETERS = [
  'AWSAccessKeyId',
  'Signature',
  'sig',
  'X-Goog-Signature',
  'X-Amz-Signature',
  'X-Amz-Credential',
  'X-Amz-Security-Token',
]

/** The text that replaces a URL's `user:password@`. */
export const REDACTED_USERINFO = `${REDACTED}:${REDACTED}@`

/**
 * Replaces the values of sensitive parameters in a query string (without its `?`); returns any
 * other text unchanged.
 */
export type QueryRedactor = (query: string) => string

/**
 * Prepares the redaction of query strings.
 *
 * @param additional - further parameter names to redact; names are case-sensitive
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/ (`url.query`,
 *   `url.full`)
 */
export function queryRedactor(additional: readonly string[] = []): QueryRedactor {
  const sensitive = new Set([...SENSITIVE_PARAMETERS, ...additional])
  return (query) => redact(query, sensitive)
}

/** Redacts the query of a path or URL, and leaves path and fragment unchanged. */
export function redactQueryOf(url: string, redactor: QueryRedactor): string {
  const start = url.indexOf('?') + 1
  if (start === 0) return url
  const fragment = url.indexOf('#', start)
  const end = fragment === -1 ? url.length : fragment
  const query = url.slice(start, end)
  const redacted = redactor(query)
  return redacted === query ? url : url.slice(0, start) + redacted + url.slice(end)
}

/** Redacts credentials and query of an absolute URL. */
export function redactUrl(url: string, redactor: QueryRedactor): string {
  const authority = authorityOf(url)
  const at = authority.lastIndexOf('@')
  const redacted = redactQueryOf(url, redactor)
  return at === -1 ? redacted : redacted.replace(authority, () => REDACTED_USERINFO + authority.slice(at + 1))
}

function redact(query: string, sensitive: ReadonlySet<string>): string {
  let result = ''
  let copied = 0
  let end = 0
  for (let equals = query.indexOf('='); equals !== -1; equals = query.indexOf('=', end)) {
    const nameStart = query.lastIndexOf('&', equals) + 1
    const ampersand = query.indexOf('&', equals)
    end = ampersand === -1 ? query.length : ampersand
    if (sensitive.has(decoded(query.slice(nameStart, equals)))) {
      result += query.slice(copied, equals + 1) + REDACTED
      copied = end
    }
  }
  return copied === 0 ? query : result + query.slice(copied)
}

/** A server reads `%73ig` as `sig`, so redaction must too. */
function decoded(name: string): string {
  if (!name.includes('%')) return name
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
