import { execFileSync, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutTelemetrySettings } from '../support/service'
import { useReceiver } from '../support/use-receiver'

const packs = join(__dirname, '..', '..', '.packs')
const fixtures = join(__dirname, '..', 'fixtures')

let folder: string
const { receiver } = useReceiver()

// As a user would: an empty folder outside the repository, the tarballs, and a framework.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-packed-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'packed-shop', version: '3.2.1', private: true }))
  const tarballs = readdirSync(packs).map((file) => join(packs, file))
  expect(tarballs).toHaveLength(10)
  const others = ['express@5', 'fastify@5', 'pino@10', '@types/node@20']
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...tarballs, ...others], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const file of ['express-app.mjs', 'express-app.cjs', 'fastify-app.mjs', 'fastify-app.cjs']) {
    cpSync(join(fixtures, file), join(folder, file))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['express-app.mjs', '--import'],
  ['express-app.cjs', '--require'],
  ['fastify-app.mjs', '--import'],
  ['fastify-app.cjs', '--require'],
])('the installed packages do the main job for %s with %s', async (app, flag) => {
  const service = fork(join(folder, app), {
    cwd: folder,
    execArgv: [flag, 'heddle/register'],
    env: { ...withoutTelemetrySettings(process.env), OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    const [{ port }] = (await once(service, 'message')) as [{ port: number }]
    const answer = await fetch(`http://127.0.0.1:${port}/api/acme/users/7`)
    const { traceId, spanId } = (await answer.json()) as { traceId: string; spanId: string }
    service.kill('SIGTERM')
    await once(service, 'exit')

    const [span] = await receiver.waitForSpans(1)
    const [log] = await receiver.waitForLogs(({ body }) => body === 'after await')
    expect(span).toMatchObject({ traceId, spanId, name: 'GET /api/:tenant/users/:id', kind: 'SERVER' })
    expect(log).toMatchObject({ traceId, spanId, body: 'after await' })
    // Nobody named the service: the package.json beside the app did.
    expect(span?.resource).toMatchObject({ 'service.name': 'packed-shop', 'service.version': '3.2.1' })
  } finally {
    service.kill('SIGKILL')
  }
})

/** Every entry of every package, so that no declaration is left out. */
function importEverything(): string {
  const installed = ['heddle', ...readdirSync(join(folder, 'node_modules', '@heddle')).map((name) => `@heddle/${name}`)]
  const entries = installed.flatMap((name) => {
    const { exports } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
      readonly exports: Record<string, unknown>
    }
    return Object.keys(exports)
      .filter((path) => path !== './package.json')
      .map((path) => name + path.slice(1))
  })
  expect(entries).toEqual(expect.arrayContaining(['heddle', 'heddle/register', '@heddle/instrumentation/http']))
  return entries.map((entry, index) => `export * as entry${index} from '${entry}'\n`).join('')
}

describe.each([false, true])('with exactOptionalPropertyTypes %p', (exactOptionalPropertyTypes) => {
  test.each([false, true])('and skipLibCheck %p a user’s ES modules and CommonJS compile', (skipLibCheck) => {
    cpSync(join(__dirname, 'types', 'user.mts'), join(folder, 'user.mts'))
    for (const file of ['every-entry.mts', 'every-entry.cts']) writeFileSync(join(folder, file), importEverything())
    const compilerOptions = {
      strict: true,
      module: 'nodenext',
      target: 'es2022',
      types: ['node'],
      noEmit: true,
      exactOptionalPropertyTypes,
      skipLibCheck,
    }
    const files = ['user.mts', 'every-entry.mts', 'every-entry.cts']
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
    const tsc = join(__dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc')
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: folder, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })
})
