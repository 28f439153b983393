import type { SpoolOptions } from '@heddle/otlp'
import {
  bool,
  type Check,
  type Checks,
  integer,
  isObject,
  listOf,
  ofKind,
  oneOf,
  shape,
  when,
} from '../../reading/checks'
import { checkHeaders } from './headers'
import type {
  BatchOptions,
  ExporterLike,
  ExportOptions,
  SignalExporterOptions,
  SignalExportOptions,
  TlsOptions,
} from './options'

export const PROTOCOLS = ['grpc', 'http/protobuf', 'http/json'] as const
export const COMPRESSIONS = ['gzip', 'none'] as const

const OFF_OR_OBJECT = 'an object, or false for none'
const isFalse = (value: unknown) => value === false
const pem = ofKind<string | Buffer>(
  'PEM as a string or a Buffer',
  (value) => typeof value === 'string' || isBytes(value),
)

const dir = ofKind<string>('the path of a directory', (value) => typeof value === 'string' && value.trim() !== '')

const signalChecks: Checks<SignalExportOptions> = {
  endpoint: ofKind('a string such as http://collector:4318', (value) => typeof value === 'string'),
  protocol: oneOf(PROTOCOLS),
  headers: checkHeaders,
  compression: oneOf(COMPRESSIONS),
  timeoutMs: integer(0),
  tls: shape<TlsOptions>({ ca: pem, cert: pem, key: pem, insecure: bool }),
  batch: shape<BatchOptions>({ maxItems: integer(1), maxBytes: integer(1), maxDelayMs: integer(0) }),
  maxQueueBytes: integer(1),
  maxQueueItems: integer(1),
}
const signal: Check<SignalExportOptions | false> = when(
  isFalse,
  (): false => false,
  shape<SignalExportOptions>(signalChecks, OFF_OR_OBJECT),
)

/** Where the records go. */
export const checkExport = shape<ExportOptions>({
  ...signalChecks,
  traces: signal,
  logs: signal,
  spool: when(
    isFalse,
    (): false => false,
    shape<Partial<SpoolOptions>>(
      { dir, maxBytes: integer(64 * 1024), maxAgeMs: integer(1), maxFiles: integer(2), fsync: bool, journal: bool },
      `an object such as { dir: '/var/lib/orders/telemetry' }, or false for none`,
    ),
  ),
})

const exporter: Check<'otlp' | ExporterLike> = ofKind(
  `'otlp', or an object with export() and shutdown()`,
  (value) => value === 'otlp' || (isObject(value) && isExporter(value)),
)
const exportersOfSignal: Check<SignalExporterOptions> = when(Array.isArray, listOf(exporter), exporter)

/** Who takes them there. */
export const checkExporters = shape<{ traces?: SignalExporterOptions; logs?: SignalExporterOptions }>({
  traces: exportersOfSignal,
  logs: exportersOfSignal,
})

function isExporter({ export: send, shutdown }: Readonly<Record<string, unknown>>): boolean {
  return typeof send === 'function' && typeof shutdown === 'function'
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array
}
