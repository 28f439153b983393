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
          batch: (path, value) => {
            const integer = (name: string, minimum: number) => (path: string, value: unknown) =>
              reader.integer((given) => set(`${BATCH[signal]}_${name}`)(path, given), minimum)(path, value)
            reader.map(path, value, {
              schedule_delay: integer('SCHEDULE_DELAY', 0),
              export_timeout: integer('EXPORT_TIMEOUT', 0),
              max_queue_size: integer('MAX_QUEUE_SIZE', 1),
              max_export_batch_size: integer('MAX_EXPORT_BATCH_SIZE', 1),
              exporter: (path, value) => readExporter(path, value, signal, reader, set, exporters),
            })
            requireExporter(path, value, reader)
          },
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
  if (exporters.filter((name) => name === 'otlp').length > 1)
    reader.complain(`${path}.processors`, 'more than one OTLP exporter is not implemented by Heddle')
  set(`OTEL_${signal}_EXPORTER`)(path, exporters.length > 0 ? [...new Set(exporters)].join(',') : 'none')
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
        ...common(path, value, prefix, reader, set),
        encoding: (path, value) =>
          reader.word(['protobuf', 'json'] as const, (word) => set(`${prefix}_PROTOCOL`)(path, `http/${word}`))(
            path,
            value,
          ),
        tls: (path, value) => reader.map(path, value, files(prefix, reader, set)),
      })
    },
    otlp_grpc: (path, value) => {
      exporters.push('otlp')
      const prefix = `OTEL_EXPORTER_OTLP_${signal}`
      set(`${prefix}_PROTOCOL`)(path, 'grpc')
      set(`${prefix}_ENDPOINT`)(path, ENDPOINTS[signal].grpc)
      reader.map(path, value, {
        ...common(path, value, prefix, reader, set),
        tls: (path, value) =>
          reader.map(path, value, {
            ...files(prefix, reader, set),
            insecure: (path, value) =>
              reader.bool((isInsecure) => set(`${prefix}_INSECURE`)(path, isInsecure))(path, value),
          }),
      })
    },
    console: (path, value) => {
      exporters.push('console')
      reader.map(path, value, {})
    },
  })
}

function files(prefix: string, reader: Reader, set: Set): Fields {
  const file = (name: string) => (path: string, value: unknown) =>
    reader.text((text) => set(`${prefix}_${name}`)(path, text))(path, value)
  return { ca_file: file('CERTIFICATE'), key_file: file('CLIENT_KEY'), cert_file: file('CLIENT_CERTIFICATE') }
}

/** What both exporters have. */
function common(path: string, value: unknown, prefix: string, reader: Reader, set: Set): Fields {
  const { headers_list: list } = (value ?? {}) as { headers_list?: unknown }
  const pairs = new Map<string, string>()
  const setHeaders = () =>
    set(`${prefix}_HEADERS`)(
      `${path}.headers`,
      [...pairs].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join(','),
    )
  return {
    endpoint: (path, value) => reader.text((text) => set(`${prefix}_ENDPOINT`)(path, text))(path, value),
    compression: (path, value) =>
      reader.word(['gzip', 'none'] as const, (word) => set(`${prefix}_COMPRESSION`)(path, word))(path, value),
    timeout: (path, value) => reader.integer((ms) => set(`${prefix}_TIMEOUT`)(path, ms))(path, value),
    headers: (path, value) => {
      reader.list(path, value, (path, each) => readHeader(path, each, reader, pairs))
      // Those of the list come below these.
      if (typeof list === 'string') for (const [name, text] of listed(list)) if (!pairs.has(name)) pairs.set(name, text)
      setHeaders()
    },
    headers_list: (path, value) =>
      reader.text((text) => {
        for (const [name, value] of listed(text)) if (!pairs.has(name)) pairs.set(name, value)
        setHeaders()
      })(path, value),
  }
}

function readHeader(path: string, value: unknown, reader: Reader, into: Map<string, string>): void {
  let name: string | undefined
  let text: string | undefined
  reader.map(path, value, {
    name: reader.text((given) => {
      name = given
    }),
    // Never shown: it may be a secret.
    value: (path, given) => {
      if (typeof given === 'string') text = given
      else reader.complain(path, 'its value cannot be used (not shown, it may be secret), allowed: a text')
    },
  })
  if (name === undefined) reader.complain(`${path}.name`, 'is missing')
  else if (text !== undefined) into.set(name, text)
}

function listed(text: string): [string, string][] {
  return text
    .split(',')
    .map((pair) => /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(pair))
    .flatMap((found) => (found === null ? [] : [[found[1]!, decoded(found[2]!)] as [string, string]]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
