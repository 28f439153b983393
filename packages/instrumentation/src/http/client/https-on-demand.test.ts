import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { SpanKind } from '@opentelemetry/api'

const fixture = (name: string) => path.join(__dirname, '../fixtures', name)

const run = async (args: readonly string[]): Promise<unknown> => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { timeout: 20_000 })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

const APPS: readonly (readonly [how: string, app: string, count: number])[] = [
  ['imported, by name and by default', 'https-named.mjs', 4],
  ['required and taken apart', 'https-required.cjs', 3],
  // Since Node 20.16.
  ...('getBuiltinModule' in process ? [['got as a built-in module', 'https-builtin.cjs', 1] as const] : []),
  ['imported by CommonJS, later', 'https-imported-later.cjs', 1],
]

describe.each(['--import', '--require'])('preloaded with %s', (flag) => {
  test.each(APPS)('requests over TLS are traced when node:https is %s', async (_how, app, count) => {
    expect(await run([flag, fixture('preload.cjs'), fixture(app)])).toEqual(Array(count).fill([SpanKind.CLIENT, false]))
  })

  test('neither node:https nor node:tls is loaded for an app that uses neither', async () => {
    expect(await run([flag, fixture('preload.cjs'), fixture('https-unused.cjs')])).toEqual([])
  })
})

test('an ES module that has bound its imports before there was an instrumentation is traced', async () => {
  expect(await run([fixture('https-late.mjs')])).toEqual([[SpanKind.CLIENT, false]])
})
