import { basename, join } from 'node:path'
import { killServices, runToEnd } from './service'

afterEach(killServices)

const env = { OTEL_SERVICE_NAME: 'shop', OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }
const run = (execArgv: readonly string[]) => runToEnd('started-by-import.mjs', { env, execArgv })

test('the preload and the app share two files of ours, and none of OpenTelemetry', async () => {
  const counting = ['--require', join(__dirname, 'fixtures', 'loaded-files.cjs')]
  const { stdout } = await run([...counting, '--require', 'heddle/register'])
  const files = JSON.parse(stdout.trim().split('\n').at(-1)!) as string[]
  expect(files.map((file) => basename(file))).toEqual(['register.js', 'index.js'])
})

test.each([
  ['alone', []],
  ['after the preload', ['--import', 'heddle/register']],
])('an ES module imports the names of the bundle, %s', async (_when, execArgv) => {
  const { stdout, stderr, code } = await run(execArgv)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual(['HeddleConfigError', 'HeddleRegistrationError', 'start'])
})
