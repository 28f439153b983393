import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that speaks as OpenAI's and Anthropic's: what it answers is chosen by the model. */
export interface ModelServer {
  readonly port: number
  /** The header of each request. */
  readonly traceparents: string[]
  close(): Promise<void>
}

type Json = Readonly<Record<string, unknown>>
type Answers = Readonly<Record<string, { readonly whole: unknown; readonly chunks: readonly Json[] }>>

/**
 * `broken-once` fails each other time.
 *
 * @param answers - whole or in chunks, by the end of the path
 */
export async function startModelServer(answers: Answers): Promise<ModelServer> {
  const traceparents: string[] = []
  let hasFailed = false
  const server = createServer(async (request, response) => {
    traceparents.push(String(request.headers['traceparent']))
    const path = new URL(request.url!, 'http://models').pathname
    const { model, stream } = JSON.parse(await bodyOf(request)) as { model: string; stream?: boolean }
    const { whole, chunks } = Object.entries(answers).find(([end]) => path.endsWith(end))![1]
    if (model === 'limited') return answer(response, 429, errorOf('rate_limit_exceeded'))
    if (model === 'broken-once') hasFailed = !hasFailed
    if (model === 'broken' || (model === 'broken-once' && hasFailed)) return answer(response, 500, errorOf(null))
    if (model === 'silent') return undefined
    return stream ? sendChunks(response, chunks, model) : answer(response, 200, whole)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    traceparents,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const errorOf = (code: string | null) => ({
  type: 'error',
  error: { message: 'You said secret', type: code, code, param: null },
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
  response.end(JSON.stringify(body))
}

/** `open` leaves the stream open behind its chunks, `torn` breaks the connection there, `wrong` sends an error. */
function sendChunks(response: ServerResponse, chunks: readonly Json[], model: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const event = (chunk: Json) => (typeof chunk['type'] === 'string' ? `event: ${chunk['type']}\n` : '')
  for (const chunk of chunks) response.write(`${event(chunk)}data: ${JSON.stringify(chunk)}\n\n`)
  if (model === 'wrong') response.write(`event: error\ndata: ${JSON.stringify(errorOf('server_error'))}\n\n`)
  if (model === 'torn') setImmediate(() => response.destroy())
  else if (model !== 'open') response.end('data: [DONE]\n\n')
}
