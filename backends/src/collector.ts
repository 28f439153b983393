import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Daemon, startDaemon } from './daemon'

/** A part of a collector's configuration, named as the collector names it. */
export type Section = Readonly<Record<string, unknown>>

export interface CollectorPorts {
  readonly grpc: number
  readonly http: number
  readonly health: number
}

export interface CollectorOptions {
  readonly ports: CollectorPorts
  /** `tls` and `auth` of both servers. */
  readonly server?: Section
  /**
   * In the order in which they run; both signals pass all of them but those in `traceProcessors`.
   */
  readonly processors?: Section
  readonly traceProcessors?: Section
  readonly traceExporters: Section
  readonly logExporters: Section
  readonly extensions?: Section
}

/** A whole configuration: OTLP in, both signals out. */
export function collectorConfig(options: CollectorOptions) {
  const { ports, server, processors = {}, traceProcessors = {}, traceExporters, logExporters } = options
  const extensions: Section = { health_check: { endpoint: `127.0.0.1:${ports.health}` }, ...options.extensions }
  const pipeline = (chosen: Section, exporters: Section) => ({
    receivers: ['otlp'],
    processors: Object.keys(chosen),
    exporters: Object.keys(exporters),
  })
  return {
    extensions,
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: `127.0.0.1:${ports.grpc}`, ...server },
          http: { endpoint: `127.0.0.1:${ports.http}`, ...server },
        },
      },
    },
    processors: { ...processors, ...traceProcessors },
    exporters: { ...traceExporters, ...logExporters },
    service: {
      extensions: Object.keys(extensions),
      pipelines: {
        traces: pipeline({ ...processors, ...traceProcessors }, traceExporters),
        logs: pipeline(processors, logExporters),
      },
      // Its own metrics would take one more port.
      telemetry: { metrics: { level: 'none' } },
    },
  }
}

export interface Collector extends Daemon {
  readonly grpcUrl: string
  readonly httpUrl: string
}

/** @throws when the collector refuses the configuration; the message has its words. */
export async function startCollector(binary: string, options: CollectorOptions): Promise<Collector> {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-collector-'))
  // JSON is YAML, which is what the collector reads.
  const file = join(folder, 'collector.yaml')
  writeFileSync(file, JSON.stringify(collectorConfig(options), undefined, 2))
  const { ports } = options
  try {
    const daemon = await startDaemon({
      name: 'collector',
      command: binary,
      args: ['--config', file],
      readyUrl: `http://127.0.0.1:${ports.health}/`,
    })
    const scheme = options.server?.['tls'] ? 'https' : 'http'
    const host = options.server?.['tls'] ? 'localhost' : '127.0.0.1'
    return { ...daemon, grpcUrl: `${scheme}://${host}:${ports.grpc}`, httpUrl: `${scheme}://${host}:${ports.http}` }
  } finally {
    // Read once, at its start.
    rmSync(folder, { recursive: true, force: true })
  }
}
