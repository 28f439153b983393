import type { Span } from '@opentelemetry/api'
import { inject } from '../messaging/messages'

/** The headers of a message. */
export interface Headers extends Iterable<[name: string, values: readonly string[]]> {
  readonly code: number
  readonly description: string
  get(name: string): string
  set(name: string, value: string): void
  append(name: string, value: string): void
}

/** What a package makes empty headers with, once it has loaded that. */
export interface HeadersFactory {
  create?: () => Headers
}

/** @returns `undefined` where there are none, and none can be made */
export function withContext(span: Span, given: Headers | undefined, { create }: HeadersFactory): Headers | undefined {
  const carrier: Record<string, string> = {}
  inject(span, carrier)
  const headers = given === undefined ? create?.() : copyOf(given)
  if (headers !== undefined) for (const [name, value] of Object.entries(carrier)) headers.set(name, value)
  return headers
}

/** The app may use its headers for other messages too. */
function copyOf(given: Headers): Headers {
  const copy: Headers = new (given.constructor as new (code: number, description: string) => Headers)(
    given.code,
    given.description,
  )
  for (const [name, values] of given) for (const value of values) copy.append(name, value)
  return copy
}

/** By their names, as propagators read them. */
export function headersOf({ headers }: { readonly headers?: unknown }): object | undefined {
  try {
    return headers === undefined ? undefined : Object.fromEntries(headers as Headers)
  } catch {
    return undefined
  }
}
