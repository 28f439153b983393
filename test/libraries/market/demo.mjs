// `npm run demo:market [-- FORMAT]`: one checkout in a shop of four services, with real servers, as the
// trace that a receiver in this process has got.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { formatTrace, startReceiver } from '@heddle/receiver'
import { transformSync } from 'esbuild'

// The tests' own TypeScript, as it is.
const require = createRequire(import.meta.url)
require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs' })
  module._compile(code, file)
}

const { installServers } = require('../../../backends/src/servers/install')
process.env.HEDDLE_TEST_SERVERS = JSON.stringify(await installServers(console.error))
const { buildMarket, FORMATS } = require('./build')
const { startMarket, startMarketServers } = require('./market')
const { CHECKOUT } = require('./tree')

const [format = 'module'] = process.argv.slice(2)
if (!FORMATS.includes(format)) {
  console.error(`demo: read "${format}", allowed: ${FORMATS.join(', ')}`)
  process.exit(1)
}
const ends = []
try {
  const receiver = await startReceiver()
  ends.push(() => receiver.close())
  const built = await buildMarket()
  ends.push(() => built.remove())
  const servers = await startMarketServers()
  ends.push(() => servers.stop())
  const market = await startMarket(built, {
    format,
    env: { ...servers.env, OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl },
  })
  const { traceId } = await market.checkout()
  await receiver.waitFor(() => receiver.trace(traceId)?.spans.length >= CHECKOUT.length, { what: 'the checkout' })
  await market.stop()
  process.stderr.write(market.complaints())
  const trace = receiver.trace(traceId)
  console.log(formatTrace(trace, { color: process.stdout.isTTY, width: 120 }))
  process.exitCode = trace.isComplete ? 0 : 1
} catch (error) {
  console.error(`demo: ${error.message}`)
  process.exitCode = 1
} finally {
  for (const end of ends.reverse()) await end()
}
