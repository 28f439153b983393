// `npm run backends`: what users send to and read in, on loopback.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { type Backends, everyPort, freeEveryPort, STANDARD_PORTS, startBackends } from './backends'
import { type Message, startBackground, stopBackground } from './background'
import { BackendsError, installBackends } from './install'
import { takenPorts } from './ports'

const USAGE = `npm run backends [-- --stop | --foreground | --install] [--free-ports]
  Starts them in the background, or says where they are if they run already.
  --stop         end them
  --foreground   serve until Ctrl-C
  --install      build and fetch what is missing, print where the programs are, and start nothing
  --free-ports   listen on ports that are free, in place of the standard ones
HEDDLE_BACKENDS_CACHE names the folder for the programs, in place of .cache/backends`

/** To the terminal, or to the one who waits for us to serve in the background. */
const report = (line: string) => {
  if (process.connected) process.send!({ report: line } satisfies Message)
  else console.error(line)
}

async function main() {
  const options = readOptions()
  if (options.help) return console.log(USAGE)
  if (options.stop) return report((await stopBackground()) ? 'ended' : 'none are running')
  const programs = await installBackends(report)
  if (options.install) {
    for (const [name, path] of Object.entries(programs)) console.log(`${name} ${path}`)
    return
  }
  if (!options.foreground) return console.log(await startBackground(process.argv.slice(2), report))
  const ports = options['free-ports'] ? await freeEveryPort() : STANDARD_PORTS
  // A server of somebody else's at one of these would look as if ours were ready.
  const taken = await takenPorts(everyPort(ports))
  if (taken.length > 0) throw new BackendsError(`another program listens on port ${taken.join(', ')}: end it first`)
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort())
  const backends = await startBackends(programs, ports, report)
  if (process.connected) process.send!({ serving: addresses(backends, 'npm run backends -- --stop') } satisfies Message)
  else console.log(addresses(backends, 'Ctrl-C'))
  try {
    if (!asked.signal.aborted) await Promise.race([once(asked.signal, 'abort'), endedByItself(backends)])
  } finally {
    report('stopping')
    await backends.stop()
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        install: { type: 'boolean' },
        stop: { type: 'boolean' },
        foreground: { type: 'boolean' },
        'free-ports': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (error) {
    throw new BackendsError(`${(error as Error).message}\n${USAGE}`)
  }
}

/** Rejects as soon as one of them has ended. */
function endedByItself({ collector, jaeger, victoriaLogs, zipkin }: Backends): Promise<never> {
  return new Promise((_, reject) => {
    for (const daemon of [collector, jaeger, victoriaLogs, ...(zipkin ? [zipkin] : [])]) {
      const fail = () => reject(new BackendsError(`${daemon.name} has ended:\n${daemon.output()}`))
      if (daemon.process.exitCode !== null || daemon.process.signalCode !== null) fail()
      else daemon.process.once('exit', fail)
    }
  })
}

const addresses = ({ collector, jaeger, victoriaLogs, zipkin }: Backends, end: string) => `
send to   ${collector.grpcUrl}  OTLP over gRPC
          ${collector.httpUrl}  OTLP over HTTP
traces    ${jaeger.queryUrl}/api/v3/  Jaeger: its API; its UI is not in the Go module${zipkin ? `\n          ${zipkin.url}/zipkin/  Zipkin` : ''}
logs      ${victoriaLogs.url}/select/vmui/  VictoriaLogs

npm run demo -- --endpoint ${collector.grpcUrl}

${end} ends them and forgets what they have received.`

main().catch((error: Error) => {
  report(`backends: ${error instanceof BackendsError ? error.message : (error.stack ?? error)}`)
  process.exitCode = 1
})
