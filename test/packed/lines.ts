import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One line of the OpenTelemetry SDK, with what the tests of the parts install of it. */
export interface Line {
  readonly name: '2.x' | '3.x'
  readonly sdkVersion: string
  /** Its package of spans. */
  readonly traces: string
  readonly packages: readonly string[]
  /** The Node that it is made for, installed if need be. */
  node(): string
}

const EXPORTERS = ['trace', 'logs'].flatMap((signal) =>
  ['http', 'proto', 'grpc'].map((protocol) => `exporter-${signal}-otlp-${protocol}`),
)
const official = (version: string, ...names: readonly string[]) =>
  names.map((name) => `@opentelemetry/${name}@${version}`)

/** What is instrumented, and `api-logs`, which the READMEs use. */
export const APP = ['express@5', 'fastify@5', 'pino@10', 'winston@3', 'generic-pool@3', 'dataloader@2', 'graphql@16']

export const LINES: readonly Line[] = [
  {
    name: '2.x',
    sdkVersion: '2.12.0',
    traces: '@opentelemetry/sdk-trace-node',
    packages: [
      ...official('1.9.1', 'api'),
      ...official('2.12.0', 'sdk-trace-node', 'resources', 'context-async-hooks', 'propagator-b3', 'propagator-jaeger'),
      ...official('0.223.0', 'api-logs', 'sdk-logs', 'instrumentation', ...EXPORTERS),
      ...official('0.222.0', 'sampler-composite'),
      ...official('2.2.0', 'propagator-aws-xray'),
      ...official('0.8.14', 'resource-detector-container'),
      ...official('2.23.0', 'resource-detector-aws'),
      ...official('0.58.0', 'resource-detector-gcp'),
      ...official('0.66.0', 'instrumentation-generic-pool'),
      ...official('0.40.0', 'instrumentation-dataloader'),
      ...official('0.71.0', 'instrumentation-graphql'),
      ...official('0.68.1', 'instrumentation-winston'),
      ...official('0.33.0', 'winston-transport'),
    ],
    node: () => process.execPath,
  },
  {
    name: '3.x',
    sdkVersion: '3.1.0',
    traces: '@opentelemetry/sdk-trace',
    packages: [
      ...official('1.10.0', 'api'),
      ...official('3.1.0', 'sdk-trace', 'sdk-logs', 'resources', 'core', 'context-async-hooks', 'propagator-b3'),
      ...official('0.301.0', 'instrumentation', ...EXPORTERS),
      ...official('0.223.0', 'api-logs'),
      ...official('3.0.0', 'propagator-aws-xray', 'resource-detector-aws'),
      ...official('0.9.0', 'resource-detector-container'),
      ...official('0.59.0', 'resource-detector-gcp'),
      ...official('0.67.0', 'instrumentation-generic-pool'),
      ...official('0.41.0', 'instrumentation-dataloader'),
      ...official('0.72.0', 'instrumentation-graphql'),
      ...official('0.69.0', 'instrumentation-winston'),
      ...official('0.34.0', 'winston-transport'),
    ],
    node: () => (Number.parseInt(process.versions.node, 10) >= 22 ? process.execPath : node22()),
  },
]

function node22(): string {
  const script = pathToFileURL(join(__dirname, '..', '..', 'scripts', 'node-line.mjs')).href
  const code = `import { installNode } from '${script}'\nprocess.stdout.write('\\n' + installNode(22))`
  return String(execFileSync(process.execPath, ['--input-type=module', '-e', code]))
    .split('\n')
    .at(-1)!
}
