import type { ClientRequest, ServerResponse } from 'node:http'
import type { Http2ServerResponse } from 'node:http2'

/** A traced message of either protocol version. */
type SentMessage = ClientRequest | ServerResponse | Http2ServerResponse

/**
 * The headers that Node has sent, as it keeps them: over HTTP/1 the text itself, over HTTP/2 the
 * object. Both are absent before.
 */
interface Sent {
  readonly _header?: unknown
  readonly stream?: { readonly sentHeaders?: Readonly<Record<string, unknown>> }
}

const STATUS_START = 'HTTP/1.1 '.length

/**
 * The status code that was sent. The app can set the response's own status afterwards, which no
 * client receives.
 */
export function sentStatus(response: ServerResponse | Http2ServerResponse): number {
  const { _header: block, stream } = response as unknown as Sent
  const sent =
    typeof block === 'string' ? block.slice(STATUS_START, STATUS_START + 3) : stream?.sentHeaders?.[':status']
  return Number(sent) || response.statusCode
}

/**
 * Reads the headers of a sent message, or otherwise the headers set so far. Headers given to
 * `writeHead()`, or as a list to `http.request()`, are only in the sent text, and so are headers
 * that Node adds itself.
 *
 * @returns the value of a header by its name in lower case, an array when it was sent more than
 *   once
 */
export function headersOf(message: SentMessage): (name: string) => unknown {
  const { _header: block, stream } = message as unknown as Sent
  let lines: readonly string[] | undefined
  return (name) => {
    const set: unknown = message.getHeader(name)
    if (set !== undefined) return set
    if (typeof block !== 'string') return stream?.sentHeaders?.[name]
    lines ??= block.split('\r\n')
    return valueIn(lines, name)
  }
}

function valueIn(lines: readonly string[], name: string): string | string[] | undefined {
  const values: string[] = []
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    const isNamed = line[name.length] === ':' && line.slice(0, name.length).toLowerCase() === name
    if (isNamed) values.push(line.slice(name.length + 1).trim())
  }
  return values.length > 1 ? values : values[0]
}
