// A Hono app that is served over HTTP/2 (PROTOCOL=h2), or has a WebSocket that echoes.
import { createServer } from 'node:http2'
import { serve, upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer } from 'ws'

const app = new Hono()
app.get('/users/:id', (c) => c.text(c.req.param('id')))
app.get(
  '/echo/:id',
  upgradeWebSocket((c) => ({
    onMessage(event, socket) {
      socket.send(`${c.req.param('id')} ${event.data}`)
      socket.close()
    },
  })),
)
const overHttp2 = { createServer }
const withWebSockets = { websocket: { server: new WebSocketServer({ noServer: true }) } }
const options = process.env.PROTOCOL === 'h2' ? overHttp2 : withWebSockets
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', ...options }, ({ port }) => process.send({ port }))
