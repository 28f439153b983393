import { type TemporaryProject, tarball } from '../temporary-project'
import { type Fields, fieldsOf } from './fields'
import type { Arrived } from './items'
import { implausible } from './plausible'
import type { RawReceiver } from './raw-receiver'
import type { Run } from './shown'

const APP = ['express@5', 'fastify@5', 'pino@10']

const contrib = (versions: Readonly<Record<string, string>>) =>
  Object.entries(versions).map(([name, version]) => `@opentelemetry/${name}@${version}`)

/** What the script is run under. OpenTelemetry’s versions are whole: the page says what was compared. */
export const LINES = {
  'stock 2.x': {
    preload: './golden/stock.cjs',
    packages: [
      ...APP,
      '@fastify/otel@0.21.2',
      ...contrib({
        api: '1.9.1',
        'api-logs': '0.223.0',
        'sdk-node': '0.223.0',
        'instrumentation-http': '0.223.0',
        'instrumentation-express': '0.71.0',
        'instrumentation-undici': '0.33.0',
        'instrumentation-pino': '0.69.0',
      }),
    ],
  },
  'stock 3.x': {
    preload: './golden/stock.cjs',
    packages: [
      ...APP,
      '@fastify/otel@0.21.2',
      ...contrib({
        api: '1.10.0',
        'sdk-node': '0.301.0',
        'instrumentation-http': '0.301.0',
        'instrumentation-express': '0.72.0',
        'instrumentation-undici': '0.34.0',
        'instrumentation-pino': '0.70.0',
      }),
    ],
  },
  Heddle: { preload: 'heddle/register', packages: [...APP, tarball('heddle'), ...contrib({ api: '1.10.0' })] },
} as const

/** The same settings for all. Of 2.x the variable of the conventions asks for the stable ones. */
const SETTINGS = {
  OTEL_SERVICE_NAME: 'shop',
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'otlp',
  OTEL_SEMCONV_STABILITY_OPT_IN: 'http',
}

const LIMITS = {
  OTEL_ATTRIBUTE_COUNT_LIMIT: '5',
  OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '10',
  OTEL_SPAN_EVENT_COUNT_LIMIT: '3',
  OTEL_SPAN_LINK_COUNT_LIMIT: '2',
  OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: '3',
  OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: '2',
}

interface Told extends Pick<Run, 'pid' | 'ports'> {
  readonly steps: readonly (readonly [name: string, traceId: string])[]
}

export interface Ran {
  readonly fields: Fields
  readonly implausible: readonly string[]
}

/** Runs the script's two parts, with and without limits, under one preload. */
export async function runLine(
  project: TemporaryProject,
  preload: string,
  node: string,
  receiver: RawReceiver,
): Promise<Ran> {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: await receiver.listen() }
  const fields = new Map<string, string>()
  const problems: string[] = []
  for (const [part, settings] of [
    ['everything', {}],
    ['limits', LIMITS],
  ] as const) {
    const begin = Date.now()
    const args = ['--require', preload, 'golden/app.cjs', part]
    const { status, stdout, stderr } = await project.run(node, args, { ...SETTINGS, ...endpoint, ...settings })
    if (status !== 0) throw new Error(`${preload} ${part} ended with ${status}: ${stderr}`)
    const { steps, pid, ports } = toldIn(stdout)
    const arrived: Arrived = { ...receiver.take(), steps: new Map(steps.map(([name, traceId]) => [traceId, name])) }
    for (const [place, value] of fieldsOf(arrived, { folder: project.folder, node, pid, ports }))
      fields.set(place, value)
    problems.push(...implausible(arrived, begin, Date.now()))
  }
  return { fields, implausible: problems }
}

/** What the script says of itself, between the lines of pino. */
function toldIn(stdout: string): Told {
  const line = stdout.split('\n').find((line) => line.startsWith('{"steps"'))
  return JSON.parse(line ?? '') as Told
}
