import { type Collector, type CollectorPorts, startCollector } from './collector'
import type { Daemon } from './daemon'
import type { Programs } from './install'
import { type Jaeger, type JaegerPorts, startJaeger } from './jaeger'
import { freePorts } from './ports'
import type { Report } from './run'
import { startVictoriaLogs, type VictoriaLogs } from './victoria-logs'
import { startZipkin, type Zipkin } from './zipkin'

export interface Ports {
  readonly collector: CollectorPorts
  readonly jaeger: JaegerPorts
  readonly victoriaLogs: number
  readonly zipkin: number
}

/** Where each of them is by default; Jaeger's own OTLP ports lie beside the collector's. */
export const STANDARD_PORTS: Ports = {
  collector: { grpc: 4317, http: 4318, health: 13133 },
  jaeger: { query: 16686, queryGrpc: 16685, otlpGrpc: 14317, otlpHttp: 14318 },
  victoriaLogs: 9428,
  zipkin: 9411,
}

export async function freeCollectorPorts(): Promise<CollectorPorts> {
  const [grpc, http, health] = (await freePorts(3)) as [number, number, number]
  return { grpc, http, health }
}

export async function freeJaegerPorts(): Promise<JaegerPorts> {
  const [query, queryGrpc, otlpGrpc, otlpHttp] = (await freePorts(4)) as [number, number, number, number]
  return { query, queryGrpc, otlpGrpc, otlpHttp }
}

export async function freeEveryPort(): Promise<Ports> {
  const [victoriaLogs, zipkin] = (await freePorts(2)) as [number, number]
  return { collector: await freeCollectorPorts(), jaeger: await freeJaegerPorts(), victoriaLogs, zipkin }
}

export const everyPort = ({ collector, jaeger, victoriaLogs, zipkin }: Ports): readonly number[] => [
  ...Object.values(collector),
  ...Object.values(jaeger),
  victoriaLogs,
  zipkin,
]

export interface Backends {
  readonly collector: Collector
  readonly jaeger: Jaeger
  readonly victoriaLogs: VictoriaLogs
  readonly zipkin?: Zipkin
  stop(): Promise<void>
}

/** What a memory limiter needs to be told on a developer's machine. */
const MEMORY_LIMITER = { check_interval: '1s', limit_mib: 512, spike_limit_mib: 128 }

/** Starts them all; when one of them cannot be started, none is left running. */
export async function startBackends(programs: Programs, ports: Ports, report: Report): Promise<Backends> {
  const started: Daemon[] = []
  const stop = async () => {
    await Promise.all(started.map((daemon) => daemon.stop()))
  }
  const begin = Date.now()
  const keep = async <T extends Daemon>(starting: Promise<T>): Promise<T> => {
    const daemon = await starting
    started.push(daemon)
    report(`${daemon.name}: serves after ${((Date.now() - begin) / 1000).toFixed(1)} s`)
    return daemon
  }
  try {
    const starting = [
      keep(startJaeger(programs.jaeger, ports.jaeger)),
      keep(startVictoriaLogs(programs.victoriaLogs, ports.victoriaLogs)),
      programs.zipkin === undefined ? undefined : keep(startZipkin(programs.zipkin, ports.zipkin)),
    ] as const
    // One that fails must not leave the others starting behind our back.
    await Promise.allSettled(starting)
    const [jaeger, victoriaLogs, zipkin] = await Promise.all(starting)
    const collector = await keep(startCollector(programs.collector, route(ports, jaeger, victoriaLogs, zipkin)))
    return { collector, jaeger, victoriaLogs, ...(zipkin && { zipkin }), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * A log stream for each service: VictoriaLogs would make one of every set of resource attributes,
 * so of every process.
 */
export const toVictoriaLogs = ({ otlpLogsUrl }: VictoriaLogs) => ({
  logs_endpoint: otlpLogsUrl,
  headers: { 'VL-Stream-Fields': 'service.name' },
})

/** Traces to Jaeger, and to Zipkin where it runs; logs to VictoriaLogs. */
const route = (ports: Ports, jaeger: Jaeger, victoriaLogs: VictoriaLogs, zipkin: Zipkin | undefined) => ({
  ports: ports.collector,
  processors: { memory_limiter: MEMORY_LIMITER, batch: { timeout: '200ms' } },
  traceExporters: {
    'otlp_grpc/jaeger': { endpoint: jaeger.otlpGrpcUrl, tls: { insecure: true } },
    ...(zipkin && { zipkin: { endpoint: zipkin.spansUrl } }),
  },
  logExporters: { 'otlp_http/victoria-logs': toVictoriaLogs(victoriaLogs) },
})
