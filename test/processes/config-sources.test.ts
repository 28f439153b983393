import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { killServices, runToEnd, type ServiceOptions } from '../support/service'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

afterEach(killServices)
const directory = useTemporaryDirectory('config-sources')
const SDK = pathToFileURL(join(__dirname, '../fixtures/joined-sdk.mjs')).href
const NOBODY = 'http://127.0.0.1:9'

interface Config {
  readonly enabled: boolean
  readonly sampler: string
  readonly sources: Readonly<Record<string, string>>
}

async function configOf(options: ServiceOptions): Promise<Config & { readonly stderr: string }> {
  const { stdout, stderr, code } = await runToEnd('print-config.mjs', options)
  expect([code, stderr]).toEqual([0, expect.not.stringMatching(/^error/)])
  return { ...(JSON.parse(stdout) as Config), stderr }
}

test('an app that was preloaded reads which variable each value came from', async () => {
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: NOBODY,
    OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: `${NOBODY}/v1/logs`,
    OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=shop',
    OTEL_LOG_LEVEL: 'none',
    HEDDLE_SPOOL: 'true',
    HEDDLE_SPOOL_DIR: directory.path,
    HEDDLE_LOG_LEVEL: 'loud',
  }
  const { sources } = await configOf({ env })
  expect(sources).toMatchObject({
    'service.name': 'package.json',
    'service.namespace': 'OTEL_RESOURCE_ATTRIBUTES',
    'service.instanceId': 'default',
    'traces.endpoint': 'OTEL_EXPORTER_OTLP_ENDPOINT',
    'logs.endpoint': 'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT',
    spoolDir: 'HEDDLE_SPOOL_DIR',
    logLevel: 'default',
    diagLevel: 'OTEL_LOG_LEVEL',
  })
})

test('from a file, which place of it', async () => {
  const file = join(directory.path, 'otel.yaml')
  writeFileSync(
    file,
    `
file_format: "1.0"
log_level: error
resource: { attributes: [{ name: service.name, value: orders }] }
tracer_provider:
  sampler: { always_off: }
  processors: [{ batch: { exporter: { otlp_http: { endpoint: "\${COLLECTOR}/v1/traces" } } } }]
`,
  )
  const { sources } = await configOf({ env: { OTEL_CONFIG_FILE: file, COLLECTOR: NOBODY } })
  expect(sources).toMatchObject({
    configFile: 'OTEL_CONFIG_FILE',
    'service.name': `${file}: resource.attributes[0]`,
    'traces.endpoint': `${file}: tracer_provider.processors[0].batch.exporter.otlp_http.endpoint`,
    'logs.exporters': file,
    sampler: `${file}: tracer_provider.sampler`,
    diagLevel: `${file}: log_level`,
  })
})

test('beside another SDK, what that one decides', async () => {
  const { sources } = await configOf({
    execArgv: ['--import', SDK, '--import', 'heddle/register'],
    env: {
      HEDDLE_ATTACH: 'true',
      SDK_HAS: 'registration span-export',
      THEIR_COLLECTOR: NOBODY,
      OTEL_EXPORTER_OTLP_ENDPOINT: NOBODY,
      OTEL_SERVICE_NAME: 'ours',
    },
  })
  expect(sources).toMatchObject({
    'service.name': 'joined SDK',
    'traces.exporters': 'joined SDK',
    'logs.exporters': 'default',
    'logs.endpoint': 'OTEL_EXPORTER_OTLP_ENDPOINT',
  })
  expect(sources).not.toHaveProperty(['traces.endpoint'])
})

test('beside another SDK, what a file says of sampling has no effect, which is said', async () => {
  const file = join(directory.path, 'otel.yaml')
  writeFileSync(
    file,
    'file_format: "1.0"\ntracer_provider: { sampler: { always_off: }, processors: [{ batch: { exporter: { otlp_http: } } }] }\n',
  )
  const env = { HEDDLE_ATTACH: 'true', SDK_HAS: 'registration', THEIR_COLLECTOR: NOBODY, OTEL_CONFIG_FILE: file }
  const { sampler, stderr } = await configOf({ execArgv: ['--import', SDK, '--import', 'heddle/register'], env })
  expect([sampler, stderr]).toEqual(['the joined SDK’s', expect.stringMatching(/without effect: sampler$/m)])
})

test('switched off, who did it', async () => {
  const { enabled, sources } = await configOf({ env: { OTEL_SDK_DISABLED: 'true' } })
  expect([enabled, sources['enabled']]).toEqual([false, 'OTEL_SDK_DISABLED'])
})
