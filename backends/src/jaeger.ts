import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Daemon, startDaemon } from './daemon'

export interface JaegerPorts {
  /** The API and the place of the UI. */
  readonly query: number
  readonly queryGrpc: number
  readonly otlpGrpc: number
  readonly otlpHttp: number
}

export interface Jaeger extends Daemon {
  readonly queryUrl: string
  readonly otlpGrpcUrl: string
  readonly otlpHttpUrl: string
}

const MAX_TRACES = 100_000

/** Jaeger in one process, with its traces in memory. */
export async function startJaeger(binary: string, ports: JaegerPorts): Promise<Jaeger> {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-jaeger-'))
  const file = join(folder, 'jaeger.yaml')
  writeFileSync(file, JSON.stringify(jaegerConfig(ports)))
  const queryUrl = `http://127.0.0.1:${ports.query}`
  try {
    const daemon = await startDaemon({
      name: 'jaeger',
      command: binary,
      args: ['--config', file],
      readyUrl: `${queryUrl}/api/v3/services`,
    })
    return {
      ...daemon,
      queryUrl,
      otlpGrpcUrl: `http://127.0.0.1:${ports.otlpGrpc}`,
      otlpHttpUrl: `http://127.0.0.1:${ports.otlpHttp}`,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const jaegerConfig = (ports: JaegerPorts) => ({
  extensions: {
    jaeger_storage: { backends: { memory: { memory: { max_traces: MAX_TRACES } } } },
    jaeger_query: {
      storage: { traces: 'memory' },
      http: { endpoint: `127.0.0.1:${ports.query}` },
      grpc: { endpoint: `127.0.0.1:${ports.queryGrpc}` },
    },
  },
  receivers: {
    otlp: {
      protocols: {
        grpc: { endpoint: `127.0.0.1:${ports.otlpGrpc}` },
        http: { endpoint: `127.0.0.1:${ports.otlpHttp}` },
      },
    },
  },
  exporters: { jaeger_storage_exporter: { trace_storage: 'memory' } },
  service: {
    extensions: ['jaeger_storage', 'jaeger_query'],
    pipelines: { traces: { receivers: ['otlp'], exporters: ['jaeger_storage_exporter'] } },
    telemetry: { metrics: { level: 'none' }, logs: { level: 'warn' } },
  },
})
