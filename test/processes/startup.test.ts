import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { killServices, runToEnd, withoutTelemetrySettings } from '../support/service'

afterEach(killServices)

const env = { OTEL_SERVICE_NAME: 'shop', OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }
const run = (execArgv: readonly string[]) => runToEnd('started-by-import.mjs', { env, execArgv })

test('the preload and the app share two files of ours, and none of OpenTelemetry', async () => {
  const counting = ['--require', join(__dirname, '../fixtures', 'loaded-files.cjs')]
  const { stdout } = await run([...counting, '--require', 'heddle/register'])
  const files = JSON.parse(stdout.trim().split('\n').at(-1)!) as string[]
  expect(files.map((file) => basename(file))).toEqual(['register.js', 'index.js'])
})

test('none of Node’s own modules that are dear is loaded before the app asks for it', () => {
  const script = 'JSON.stringify(process.moduleLoadList)'
  const options = { cwd: __dirname, env: { ...withoutTelemetrySettings(process.env), ...env } }
  const stdout = execFileSync(process.execPath, ['--require', 'heddle/register', '-p', script], options)
  const modules = JSON.parse(String(stdout)) as string[]
  expect(modules).toContain('NativeModule http')
  expect(
    modules.filter((name) => /NativeModule (https|tls|http2|inspector|internal\/deps\/undici\/undici)$/.test(name)),
  ).toEqual([])
})

test.each([
  ['alone', []],
  ['after the preload', ['--import', 'heddle/register']],
])('an ES module imports the names of the bundle, %s', async (_when, execArgv) => {
  const { stdout, stderr, code } = await run(execArgv)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual(['HeddleConfigError', 'HeddleRegistrationError', 'start'])
})
