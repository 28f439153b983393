import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { killServices, runToEnd, withoutTelemetrySettings } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver({ OTEL_SERVICE_NAME: 'shop' })

test.each([
  ['after the preload', ['--import', 'heddle/register'], {}],
  ['before a start in code', [], { START_IN_CODE: 'yes' }],
])('an app that loads the API %s finds its own copy registered', async (_when, execArgv, startInCode) => {
  const { stdout, stderr } = await runToEnd('app-api.mjs', { execArgv, env: toReceiver(startInCode) })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    hasOwnProvider: true,
    hasOwnRoot: true,
    takesMeterProvider: true,
    takesDiagLogger: true,
  })
  expect(receiver.spans.map(({ name }) => name)).toEqual(['early span'])
  expect(receiver.logs.map(({ body, spanId }) => [body, spanId])).toEqual([['early record', receiver.spans[0]?.spanId]])
})

describe('with another patch version of the API than the one in the bundle', () => {
  const root = useTemporaryDirectory('app-api')

  beforeEach(() => {
    const modules = join(root.path, 'node_modules')
    const heddle = dirname(require.resolve('heddle/package.json'))
    for (const path of ['package.json', 'dist/index.js', 'dist/register.js']) {
      cpSync(join(heddle, path), join(modules, 'heddle', path))
    }
    const api = join(modules, '@opentelemetry', 'api')
    const installed = join(dirname(require.resolve('@opentelemetry/api')), '..', '..')
    for (const path of ['package.json', 'build/src'])
      cpSync(join(installed, path), join(api, path), { recursive: true })
    for (const path of ['package.json', 'build/src/version.js']) {
      const text = readFileSync(join(api, path), 'utf8')
      writeFileSync(join(api, path), text.replace(/(["'])1\.9\.\d+\1/, '$11.9.77$1'))
    }
  })

  test.each([
    ['the app’s copy', "require('@opentelemetry/api')"],
    ['nobody else', 'undefined'],
  ])('the installed one is registered, for %s', (_whom, load) => {
    const script = `
      const api = ${load}
      const { version } = globalThis[Symbol.for('opentelemetry.js.api.1')]
      const span = api?.trace.getTracer('app').startSpan('work')
      console.log(version, span?.isRecording(), api?.diag.setLogger(console, { suppressOverrideMessage: true }))`
    const env = { ...withoutTelemetrySettings(process.env), OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }
    const stdout = execFileSync(process.execPath, ['--require', 'heddle/register', '-e', script], {
      cwd: root.path,
      env,
    })
    expect(String(stdout).trim()).toBe(load === 'undefined' ? '1.9.77 undefined undefined' : '1.9.77 true true')
  })
})
