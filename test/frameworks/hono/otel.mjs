// A Hono app with Hono's own instrumentation, `@hono/otel`.
import { serve } from '@hono/node-server'
import { httpInstrumentationMiddleware } from '@hono/otel'
import { trace } from '@opentelemetry/api'
import { Hono } from 'hono'

const app = new Hono()
app.use(httpInstrumentationMiddleware())
app.get('/shop/:tenant', (c) => {
  trace.getActiveSpan().setAttribute('shop.tenant', c.req.param('tenant'))
  return trace.getTracer('app').startActiveSpan('work', (span) => {
    span.end()
    return c.text('done')
  })
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send({ port }))
