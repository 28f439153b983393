// `npm run backends`: what users send to and read in, on loopback, until Ctrl-C.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { type Backends, STANDARD_PORTS, startBackends } from './backends'
import { BackendsError, installBackends } from './install'
import { takenPorts } from './ports'

const USAGE = `npm run backends [-- --install]
  --install   build and fetch what is missing, print where the programs are, and start nothing
HEDDLE_BACKENDS_CACHE names the folder for the programs, in place of .cache/backends`

const everyPort = [
  ...Object.values(STANDARD_PORTS.collector),
  ...Object.values(STANDARD_PORTS.jaeger),
  STANDARD_PORTS.victoriaLogs,
  STANDARD_PORTS.zipkin,
]

const report = (line: string) => console.error(line)

async function main() {
  const { values } = parseArgs({ options: { install: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) return console.log(USAGE)
  const programs = await installBackends(report)
  if (values.install) {
    for (const [name, path] of Object.entries(programs)) console.log(`${name} ${path}`)
    return
  }
  // A server of somebody else's at one of these would look as if ours were ready.
  const taken = await takenPorts(everyPort)
  if (taken.length > 0) throw new BackendsError(`taken by another program: port ${taken.join(', ')}`)
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  const backends = await startBackends(programs, STANDARD_PORTS, report)
  console.log(addresses(backends))
  if (!asked.signal.aborted) await Promise.race([once(asked.signal, 'abort'), ended(backends)])
  report('stopping')
  await backends.stop()
}

/** Fails when one of them ends by itself. */
function ended({ collector, jaeger, victoriaLogs, zipkin }: Backends): Promise<never> {
  return new Promise((_, reject) => {
    for (const daemon of [collector, jaeger, victoriaLogs, ...(zipkin ? [zipkin] : [])]) {
      daemon.process.once('exit', () => reject(new Error(`${daemon.name} ended:\n${daemon.output()}`)))
    }
  })
}

const addresses = ({ collector, jaeger, victoriaLogs, zipkin }: Backends) => `
send to   ${collector.grpcUrl}  OTLP over gRPC
          ${collector.httpUrl}  OTLP over HTTP
traces    ${jaeger.queryUrl}  Jaeger: the API; its UI is not in the Go module${zipkin ? `\n          ${zipkin.url}  Zipkin` : ''}
logs      ${victoriaLogs.url}/select/vmui  VictoriaLogs

npm run demo -- --endpoint ${collector.grpcUrl}

Ctrl-C ends them and forgets what they have received.`

main().catch((error: Error) => {
  console.error(`backends: ${error instanceof BackendsError ? error.message : (error.stack ?? error)}`)
  process.exitCode = 1
})
