import { trace } from '@opentelemetry/api'
import { z } from 'zod'

const work = (name) => trace.getTracer('app').startSpan(name).end()
const text = (text) => ({ content: [{ type: 'text', text }] })

export function createMcpServer({ McpServer }) {
  const server = new McpServer({ name: 'weather', version: '1.0.0' })
  const tool = (name, handler) => server.registerTool(name, { inputSchema: z.object({ city: z.string() }) }, handler)
  tool('get-weather', ({ city }) => {
    work('work')
    return text(`sunny in ${city}`)
  })
  tool('broken', () => ({ ...text('secret'), isError: true }))
  tool('slow', ({ city }) => new Promise((resolve) => setTimeout(() => resolve(text(city)), city === 'a' ? 20 : 5)))
  tool('ask', async () => text((await server.server.listRoots()).roots.map(({ name }) => name).join()))
  server.registerPrompt('greet', {}, () => ({
    messages: [{ role: 'user', content: { type: 'text', text: 'secret' } }],
  }))
  server.registerResource('notes', 'notes://user@host/all?key=secret', {}, ({ href }) => ({
    contents: [{ uri: href, text: 'secret' }],
  }))
  return server
}
