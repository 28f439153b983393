import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { SpanKind } from '@opentelemetry/api'

const fixture = (name: string) => path.join(__dirname, 'fixtures', name)

test.each([
  ['ESM, preloaded with --import', ['--import', fixture('preload.cjs'), fixture('app.mjs')]],
  ['ESM, preloaded with --require', ['--require', fixture('preload.cjs'), fixture('app.mjs')]],
  ['CommonJS, preloaded with --import', ['--import', fixture('preload.cjs'), fixture('app.cjs')]],
  ['CommonJS, preloaded with --require', ['--require', fixture('preload.cjs'), fixture('app.cjs')]],
  ['ESM, instrumented only after it has imported and listens', [fixture('late.mjs')]],
])('an app in %s is traced, whichever way it imports node:http', async (_name, args) => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { timeout: 20_000 })
  expect(stderr).toBe('')
  const spans = JSON.parse(stdout) as [kind: SpanKind, hasParent: boolean][]
  expect(spans.sort(([first], [second]) => first - second)).toEqual([
    [SpanKind.SERVER, true],
    [SpanKind.SERVER, true],
    [SpanKind.CLIENT, false],
    [SpanKind.CLIENT, false],
  ])
})
