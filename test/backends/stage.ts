import { freeCollectorPorts, freeJaegerPorts, toVictoriaLogs } from '../../backends/src/backends'
import { type Collector, type CollectorOptions, startCollector } from '../../backends/src/collector'
import type { Daemon } from '../../backends/src/daemon'
import { type Jaeger, startJaeger } from '../../backends/src/jaeger'
import { freePorts } from '../../backends/src/ports'
import { startVictoriaLogs, type VictoriaLogs } from '../../backends/src/victoria-logs'
import { programs } from './programs'

/** Jaeger and VictoriaLogs for a file of tests, and a collector of its own for each test. */
export interface Stage {
  readonly jaeger: Jaeger
  readonly victoriaLogs: VictoriaLogs
  /**
   * The exporters of each collector: without a queue, so that the collector acknowledges only what
   * the backends have acknowledged.
   */
  readonly exporters: Pick<CollectorOptions, 'traceExporters' | 'logExporters'>
  /** A collector at free ports, or where the options say. */
  collector(options?: Partial<CollectorOptions>): Promise<Collector>
  stopCollectors(): Promise<void>
  stop(): Promise<void>
}

const AT_ONCE = { sending_queue: { enabled: false } }

export async function openStage(): Promise<Stage> {
  const jaeger = await startJaeger(programs.jaeger, await freeJaegerPorts())
  const [port] = (await freePorts(1)) as [number]
  const victoriaLogs = await startVictoriaLogs(programs.victoriaLogs, port)
  const collectors = new Set<Daemon>()
  const exporters = {
    traceExporters: { 'otlp_grpc/jaeger': { endpoint: jaeger.otlpGrpcUrl, tls: { insecure: true }, ...AT_ONCE } },
    logExporters: { 'otlp_http/victoria-logs': { ...toVictoriaLogs(victoriaLogs), ...AT_ONCE } },
  }
  const stopCollectors = async () => {
    await Promise.all([...collectors].map((collector) => collector.stop()))
    collectors.clear()
  }
  return {
    jaeger,
    victoriaLogs,
    exporters,
    async collector(options = {}) {
      const ports = options.ports ?? (await freeCollectorPorts())
      const collector = await startCollector(programs.collector, { ...exporters, ...options, ports })
      collectors.add(collector)
      return collector
    },
    stopCollectors,
    async stop() {
      await stopCollectors()
      // What they hold is not wanted any more.
      await Promise.all([jaeger.stop('SIGKILL'), victoriaLogs.stop('SIGKILL')])
    },
  }
}

/** The variables of a service that sends to the collector over that protocol. */
export const sendingTo = (collector: Collector, protocol: string): NodeJS.ProcessEnv => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: protocol === 'grpc' ? collector.grpcUrl : collector.httpUrl,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
})

export const PROTOCOLS = ['grpc', 'http/protobuf', 'http/json'] as const
