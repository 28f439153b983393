import type { Span } from '@opentelemetry/api'

/**
 * Copies the chosen headers of one message onto a span, as `http.request.header.<name>` or
 * `http.response.header.<name>`.
 */
export type HeaderCapture = (span: Span, headerValue: (name: string) => unknown) => void

/**
 * Prepares the capture of headers.
 *
 * @returns `undefined` when no header is captured
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/
 */
export function headerCapture(kind: 'request' | 'response', names: readonly string[] = []): HeaderCapture | undefined {
  if (names.length === 0) return undefined
  const keys = names.map((name) => name.toLowerCase()).map((name) => [name, `http.${kind}.header.${name}`] as const)
  return (span, headerValue) => {
    for (const [name, key] of keys) {
      const value = headerValue(name)
      if (value !== undefined) span.setAttribute(key, Array.isArray(value) ? value.map(String) : [String(value)])
    }
  }
}
