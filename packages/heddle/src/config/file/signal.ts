import { headerFields } from './headers'
import type { Fields, Reader } from './reader'

type Signal = 'TRACES' | 'LOGS'
type Set = (name: string) => (path: string, value: string | number | boolean) => void

const BATCH = { TRACES: 'OTEL_BSP', LOGS: 'OTEL_BLRP' } as const
/** By the schema, where it says nothing of the endpoint. */
const ENDPOINTS = {
  TRACES: { http: 'http://localhost:4318/v1/traces', grpc: 'http://localhost:4317' },
  LOGS: { http: 'http://localhost:4318/v1/logs', grpc: 'http://localhost:4317' },
} as const

/** `tracer_provider` or `logger_provider`: its processors, and what else the signal has. */
export function readProvider(
  path: string,
  value: unknown,
  signal: Signal,
  reader: Reader,
  set: Set,
  more: Fields,
): void {
  const exporters: string[] = []
  let isListed = false
  reader.map(path, value, {
    ...more,
    processors: (path, list) => {
      isListed = true
      reader.list(path, list, (path, each) => {
        reader.oneOf(path, each, {
          batch: (path, value) => readBatch(path, value, signal, reader, set, exporters),
          simple: (path, value) => {
            const before = exporters.length
            reader.map(path, value, {
              exporter: (path, value) => readExporter(path, value, signal, reader, set, exporters),
            })
            requireExporter(path, value, reader)
            if (exporters.slice(before).includes('otlp'))
              reader.complain(path, 'not implemented by Heddle for OTLP, which is sent in batches: allowed: batch')
          },
        })
      })
    },
  })
  if (!isListed) reader.complain(`${path}.processors`, 'is missing')
  for (const [name, title] of [
    ['otlp', 'OTLP'],
    ['console', 'console'],
  ])
    if (exporters.filter((each) => each === name).length > 1)
      reader.complain(`${path}.processors`, `more than one ${title} exporter is not implemented by Heddle`)
  set(`OTEL_${signal}_EXPORTER`)(path, exporters.length > 0 ? [...new Set(exporters)].join(',') : 'none')
}

/** By the schema, which names it in every template. */
const EXPORT_TIMEOUT_MS = 30_000

function readBatch(path: string, value: unknown, signal: Signal, reader: Reader, set: Set, exporters: string[]): void {
  const before = exporters.length
  const bounds: (() => void)[] = []
  const integer = (name: string, minimum: number) => (path: string, value: unknown) =>
    reader.integer((given) => bounds.push(() => set(`${BATCH[signal]}_${name}`)(path, given)), minimum)(path, value)
  let exportTimeoutMs = EXPORT_TIMEOUT_MS
  reader.map(path, value, {
    schedule_delay: integer('SCHEDULE_DELAY', 0),
    export_timeout: (path, value) => {
      if (typeof value === 'number') exportTimeoutMs = value
      integer('EXPORT_TIMEOUT', 0)(path, value)
    },
    max_queue_size: integer('MAX_QUEUE_SIZE', 1),
    max_export_batch_size: integer('MAX_EXPORT_BATCH_SIZE', 1),
    exporter: (path, value) => readExporter(path, value, signal, reader, set, exporters),
  })
  requireExporter(path, value, reader)
  const [exporter] = exporters.slice(before)
  // The bounds of one processor are not those of another.
  if (exporter === 'otlp') for (const setBound of bounds) setBound()
  if (exporter === 'otlp' && exportTimeoutMs !== EXPORT_TIMEOUT_MS)
    reader.warn(`${path}.export_timeout`, 'left out: a batch is kept until it is delivered or its bounds are reached')
  if (exporter === 'console' && bounds.length > 0)
    reader.warn(path, 'its bounds are left out: the console is written at once')
}

function requireExporter(path: string, value: unknown, reader: Reader): void {
  const exporter = (value as { exporter?: unknown } | null)?.exporter
  if (exporter === null || exporter === undefined) reader.complain(`${path}.exporter`, 'is missing')
}

function readExporter(
  path: string,
  value: unknown,
  signal: Signal,
  reader: Reader,
  set: Set,
  exporters: string[],
): void {
  reader.oneOf(path, value, {
    otlp_http: (path, value) => {
      exporters.push('otlp')
      const prefix = `OTEL_EXPORTER_OTLP_${signal}`
      set(`${prefix}_PROTOCOL`)(path, 'http/protobuf')
      set(`${prefix}_ENDPOINT`)(path, ENDPOINTS[signal].http)
      reader.map(path, value, {
        ...common(path, prefix, reader, set),
        encoding: (path, value) =>
          reader.word(['protobuf', 'json'] as const, (word) => set(`${prefix}_PROTOCOL`)(path, `http/${word}`))(
            path,
            value,
          ),
        tls: (path, value) => {
          reader.map(path, value, files(prefix, reader, set))
          requirePairOfFiles(path, value, reader)
        },
      })
    },
    otlp_grpc: (path, value) => {
      exporters.push('otlp')
      const prefix = `OTEL_EXPORTER_OTLP_${signal}`
      set(`${prefix}_PROTOCOL`)(path, 'grpc')
      set(`${prefix}_ENDPOINT`)(path, ENDPOINTS[signal].grpc)
      reader.map(path, value, {
        ...common(path, prefix, reader, set),
        tls: (path, value) => {
          reader.map(path, value, {
            ...files(prefix, reader, set),
            insecure: (path, value) =>
              reader.bool((isInsecure) => set(`${prefix}_INSECURE`)(path, isInsecure))(path, value),
          })
          requirePairOfFiles(path, value, reader)
        },
      })
    },
    console: reader.bare(() => void exporters.push('console')),
  })
}

function files(prefix: string, reader: Reader, set: Set): Fields {
  const file = (name: string) => (path: string, value: unknown) =>
    reader.text((text) => set(`${prefix}_${name}`)(path, text))(path, value)
  return { ca_file: file('CERTIFICATE'), key_file: file('CLIENT_KEY'), cert_file: file('CLIENT_CERTIFICATE') }
}

/** The settings would ask for a variable, which does not count beside a file. */
function requirePairOfFiles(path: string, value: unknown, reader: Reader): void {
  const { cert_file: certificate, key_file: key } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (certificate && !key) reader.complain(`${path}.key_file`, 'is missing: a client certificate needs its private key')
  if (key && !certificate) reader.complain(`${path}.cert_file`, 'is missing: a private key needs its certificate')
}

/** What both exporters have. */
function common(path: string, prefix: string, reader: Reader, set: Set): Fields {
  return {
    endpoint: (path, value) => reader.text((text) => set(`${prefix}_ENDPOINT`)(path, text))(path, value),
    compression: (path, value) =>
      reader.word(['gzip', 'none'] as const, (word) => set(`${prefix}_COMPRESSION`)(path, word))(path, value),
    timeout: (path, value) => reader.integer((ms) => set(`${prefix}_TIMEOUT`)(path, ms))(path, value),
    ...headerFields(path, reader, set(`${prefix}_HEADERS`)),
  }
}
