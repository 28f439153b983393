import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messageType } from '../../../packages/receiver/src/decode/schema'

/** A message as it was sent: what was not sent is not there, and 64-bit integers are decimals. */
export type Message = Readonly<Record<string, unknown>>

const REQUESTS: Readonly<Record<string, string>> = {
  '/v1/traces': 'ExportTraceServiceRequest',
  '/v1/logs': 'ExportLogsServiceRequest',
}

/**
 * An OTLP receiver that keeps whole requests. `@heddle/receiver` makes spans and log records of
 * them, in which an integer and a double are both numbers.
 */
export class RawReceiver {
  readonly #requests: { readonly path: string; readonly message: Message }[] = []
  readonly #server: Server

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const path = String(request.url)
      const type = REQUESTS[path]
      if (type !== undefined) this.#requests.push({ path, message: decode(type, Buffer.concat(chunks)) })
      response.setHeader('content-type', 'application/x-protobuf').end()
    })
  }

  /** Listens on a free port. @returns the URL */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The `ResourceSpans` and the `ResourceLogs` of all requests; they are forgotten. */
  take(): { readonly traces: readonly Message[]; readonly logs: readonly Message[] } {
    const requests = this.#requests.splice(0)
    const all = (path: string, field: string) =>
      requests
        .filter((request) => request.path === path)
        .flatMap(({ message }) => (message[field] ?? []) as readonly Message[])
    return { traces: all('/v1/traces', 'resourceSpans'), logs: all('/v1/logs', 'resourceLogs') }
  }

  close(): void {
    this.#server.close().closeAllConnections()
  }
}

function decode(type: string, body: Uint8Array): Message {
  const reflected = messageType(type)
  return reflected.toObject(reflected.decode(body), { longs: String })
}
