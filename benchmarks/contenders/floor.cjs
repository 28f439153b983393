// The least work that still makes a span: a patched server, an AsyncLocalStorage, ids, two clock
// reads and the end of the response. It exports nothing. It is CommonJS, because Node 22 and later
// load `undici` for an `import` of `node:http`.
const { AsyncLocalStorage } = require('node:async_hooks')
const { randomFillSync } = require('node:crypto')
const { subscribe } = require('node:diagnostics_channel')
const { Server } = require('node:http')

const current = new AsyncLocalStorage()
const pool = Buffer.allocUnsafe(24 * 512)
let used = pool.length

function ids() {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const hex = pool.toString('hex', used, used + 24)
  used += 24
  return hex
}

const emit = Server.prototype.emit
Server.prototype.emit = function (event, ...args) {
  if (event !== 'request') return emit.call(this, event, ...args)
  const span = { ids: ids(), start: performance.now(), end: 0 }
  args[0].heddleFloor = span
  return current.run(span, () => emit.call(this, event, ...args))
}
subscribe('http.server.response.finish', ({ request }) => {
  const span = request.heddleFloor
  if (span !== undefined) span.end = performance.now()
})
