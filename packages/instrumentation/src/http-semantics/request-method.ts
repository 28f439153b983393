/** The methods of RFC 9110, PATCH (RFC 5789) and QUERY (draft-ietf-httpbis-safe-method-w-body). */
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', 'QUERY']

/** The value of `http.request.method` for an unknown method. */
const OTHER_METHOD = '_OTHER'

/**
 * Maps a method to its value for `http.request.method`: a known method to itself in upper case, any
 * other to {@link OTHER_METHOD}.
 */
export type MethodNormalizer = (method: string) => string

/**
 * Prepares the normalization of methods, which keeps strangers from choosing span names and
 * attribute values.
 *
 * @param knownMethods - replaces the whole list. @default `OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS`
 *   (comma-separated)
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/
 */
export function methodNormalizer(knownMethods: readonly string[] = methodsOfEnvironment()): MethodNormalizer {
  const known = new Set(knownMethods)
  return (method) => {
    if (known.has(method)) return method
    const upper = method.toUpperCase()
    return known.has(upper) ? upper : OTHER_METHOD
  }
}

/** The method for a span's name: `HTTP` for an unknown method, as the conventions ask. */
export function methodName(normalized: string): string {
  return normalized === OTHER_METHOD ? 'HTTP' : normalized
}

function methodsOfEnvironment(): readonly string[] {
  const list = process.env['OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS']?.trim()
  return list ? list.split(',').map((method) => method.trim()) : KNOWN_METHODS
}
