import type { RequestOptions } from 'node:http'
import { urlToHttpOptions } from 'node:url'

/** The arguments of `http.request()`: `(url, options?, callback?)` or `(options, callback?)`. */
export type RequestArguments = readonly unknown[]

/** The target of a `ClientRequest`, existing or about to be created. */
export interface RequestLine {
  readonly method: string
  /** With its colon, such as `https:`. */
  readonly protocol: string
  readonly host: string
  readonly path: string
}

/** A header to send. */
export type Header = readonly [name: string, value: string]

/** The options among the arguments, if there are any besides a URL. */
export function optionsOf(args: RequestArguments): RequestOptions | undefined {
  const options = args[indexOfOptions(args)]
  return typeof options === 'object' && options !== null ? (options as RequestOptions) : undefined
}

/** Whether the first argument is a URL object, by Node's own criteria. */
export function isUrl(value: unknown): value is URL {
  const url = value as Partial<URL> & RequestOptions
  return typeof value === 'object' && value !== null && Boolean(url.href && url.protocol) && url.path === undefined
}

/**
 * Whether Node writes the request's headers while it creates the request, so that none can be added
 * afterwards. It does for headers in an array, and when one of them is `Expect`.
 */
export function sendsHeadersAtOnce(args: RequestArguments): boolean {
  const headers = optionsOf(args)?.headers
  if (headers === undefined || headers === null) return false
  if (Array.isArray(headers)) return true
  for (const name in headers) {
    if (name.length === 6 && name.toLowerCase() === 'expect') return true
  }
  return false
}

/**
 * The request line of a request that does not exist yet; `undefined` for a URL that
 * `http.request()` will refuse.
 */
export function plannedRequestLine(args: RequestArguments, defaultProtocol: string): RequestLine | undefined {
  const [input] = args
  if (typeof input === 'string' && !URL.canParse(input)) return undefined
  const url = typeof input === 'string' ? new URL(input) : isUrl(input) ? input : undefined
  const options: RequestOptions = { ...(url && urlToHttpOptions(url)), ...optionsOf(args) }
  return {
    method: (options.method ?? 'GET').toUpperCase(),
    protocol: options.protocol ?? defaultProtocol,
    host: options.hostname || options.host || 'localhost',
    path: options.path || '/',
  }
}

/**
 * A copy of the arguments with the caller's headers and the added ones. The caller's own objects
 * stay unchanged.
 */
export function withHeaders(args: RequestArguments, added: readonly Header[]): RequestArguments {
  const options = optionsOf(args)
  const names = new Set(added.map(([name]) => name.toLowerCase()))
  const headers = Array.isArray(options?.headers)
    ? withListed(options.headers, added, names)
    : Object.fromEntries([
        ...Object.entries(options?.headers ?? {}).filter(([name]) => !names.has(name.toLowerCase())),
        ...added,
      ])
  const copy = [...args]
  copy[indexOfOptions(args)] = { ...options, headers }
  return copy
}

/** Node accepts a flat list of names and values, and a list of pairs. */
function withListed(headers: readonly unknown[], added: readonly Header[], names: ReadonlySet<string>): unknown[] {
  if (Array.isArray(headers[0])) {
    return [...headers.filter((pair) => !names.has(String((pair as unknown[])[0]).toLowerCase())), ...added]
  }
  const list: unknown[] = []
  for (let index = 0; index < headers.length; index += 2) {
    if (!names.has(String(headers[index]).toLowerCase())) list.push(headers[index], headers[index + 1])
  }
  return [...list, ...added.flat()]
}

function indexOfOptions([input]: RequestArguments): number {
  return typeof input === 'string' || isUrl(input) ? 1 : 0
}
