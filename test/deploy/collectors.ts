import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { Section } from '../../backends/src/collector'
import { type Daemon, startDaemon } from '../../backends/src/daemon'
import { freePorts } from '../../backends/src/ports'
import { programs } from '../backends/programs'

export const DEPLOY = join(__dirname, '../../deploy')
const COLLECTOR = join(DEPLOY, 'collector')

/** Every configuration of deploy/collector, as a path in it. */
export const configurations = readdirSync(COLLECTOR, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !file.endsWith('kustomization.yaml'))
  .sort()

const options = (files: readonly string[]) => files.flatMap((file) => ['--config', join(COLLECTOR, file)])

/** @throws with what the collector says when it refuses the files, read in this order. */
export async function validate(files: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)(programs.collector, ['validate', ...options(files)], { env: { ...process.env, ...env } })
}

export interface CollectorPorts {
  readonly grpc: number
  readonly http: number
  readonly health: number
  readonly ownMetrics: number
  readonly spanMetrics: number
}

export async function freeCollectorPorts(): Promise<CollectorPorts> {
  const [grpc, http, health, ownMetrics, spanMetrics] = (await freePorts(5)) as [number, number, number, number, number]
  return { grpc, http, health, ownMetrics, spanMetrics }
}

export interface RunOptions {
  readonly files: readonly string[]
  readonly ports: CollectorPorts
  /** For its queue, and for the test's changes. */
  readonly folder: string
  readonly env?: NodeJS.ProcessEnv
  /** What only a test must change. */
  readonly changes?: Section
}

export interface RunningCollector extends Daemon {
  readonly ports: CollectorPorts
  readonly grpcUrl: string
}

/**
 * Runs files of deploy/collector unchanged, but for the ports, which a second collector on the
 * machine cannot share.
 */
export async function runCollector({ files, ports, folder, env, changes }: RunOptions): Promise<RunningCollector> {
  mkdirSync(folder, { recursive: true })
  const own = join(folder, 'ports.yaml')
  const test = join(folder, 'changes.yaml')
  // JSON is YAML.
  writeFileSync(own, JSON.stringify(onLoopback(ports)))
  writeFileSync(test, JSON.stringify(changes ?? {}))
  const daemon = await startDaemon({
    name: `collector ${files.map((file) => relative('.', file)).join(' + ')}`,
    command: programs.collector,
    args: [...options(files), '--config', own, '--config', test],
    env: { STORAGE_DIR: join(folder, 'queue'), ...env },
    readyUrl: `http://127.0.0.1:${ports.health}/`,
  })
  return { ...daemon, ports, grpcUrl: `http://127.0.0.1:${ports.grpc}` }
}

/** The variables of a service that sends to the collector. */
export const sendingTo = ({ grpcUrl }: RunningCollector): NodeJS.ProcessEnv => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: grpcUrl,
  // Only the standard port says so by itself.
  OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
})

const onLoopback = (ports: CollectorPorts) => ({
  extensions: { health_check: { endpoint: `127.0.0.1:${ports.health}` } },
  receivers: {
    otlp: {
      protocols: { grpc: { endpoint: `127.0.0.1:${ports.grpc}` }, http: { endpoint: `127.0.0.1:${ports.http}` } },
    },
  },
  exporters: { prometheus: { endpoint: `127.0.0.1:${ports.spanMetrics}` } },
  service: {
    telemetry: {
      metrics: { readers: [{ pull: { exporter: { prometheus: { host: '127.0.0.1', port: ports.ownMetrics } } } }] },
    },
  },
})
