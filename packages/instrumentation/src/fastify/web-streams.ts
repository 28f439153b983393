import { recordRequestError } from '../http/server/request-state'

interface WebStream {
  getReader(...args: unknown[]): { readonly closed?: Promise<unknown> }
}

/**
 * Records the error of a sent web stream that breaks off. Fastify then aborts the response, and
 * tells the reason only to its log. A stream tells its error to its reader, so this watches only
 * the reader that Fastify requests.
 *
 * @param payload - the sent value: a `ReadableStream`, a `Response` with a body, or anything else
 */
export function watchWebStream(request: object, payload: unknown): void {
  const stream = webStreamOf(payload)
  if (stream === undefined) return
  const { getReader } = stream
  Object.defineProperty(stream, 'getReader', {
    configurable: true,
    writable: true,
    value(this: WebStream, ...args: unknown[]) {
      const reader = getReader.apply(this, args)
      reader.closed?.catch((error: unknown) => recordRequestError(request, error))
      return reader
    },
  })
}

function webStreamOf(payload: unknown): WebStream | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  if (typeof (payload as Partial<WebStream>).getReader === 'function') return payload as WebStream
  if (Object.prototype.toString.call(payload) !== '[object Response]') return undefined
  const { body } = payload as { body?: Partial<WebStream> | null }
  return typeof body?.getReader === 'function' ? (body as WebStream) : undefined
}
