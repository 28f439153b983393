import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'

// Apps that are run from their TypeScript, and compilers of before `exports`.

const { receiver } = useReceiver()
let project: TemporaryProject
beforeAll(async () => {
  project = new TemporaryProject()
  project.copy('typed-shop.ts')
  const compilerOptions = { module: 'commonjs', moduleResolution: 'node10', target: 'es2022', esModuleInterop: true }
  const lib = ['es2023', 'esnext.disposable']
  project.write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { ...compilerOptions, lib, strict: true, types: ['node'], noEmit: true },
      files: ['every-entry.ts'],
    }),
  )
  await project.npmInstall(
    ...['heddle', '@heddle/instrumentation', '@heddle/log-bridge', '@heddle/module-hook'].map(tarball),
    ...[
      '@opentelemetry/api@1.9.1',
      'express@5',
      '@types/express@5',
      '@types/node@20',
      'typescript@5',
      'ts-node@10',
      'tsx@4',
    ],
    ...['@swc-node/register@1', '@swc/core@1'],
  )
})
afterAll(() => project.remove())

const run = (...flags: readonly string[]) =>
  project.run(process.execPath, [...flags, 'typed-shop.ts'], {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
    TS_NODE_TRANSPILE_ONLY: 'true',
  })

test.each([
  ['--require', 'heddle/register', '--require', 'ts-node/register'],
  ['--require', 'heddle', '--require', 'ts-node/register'],
  ['--require', 'heddle/register', '--require', '@swc-node/register'],
  ['--import', 'heddle/register', '--import', 'tsx'],
  ['--require', 'heddle/register', '--import', 'tsx'],
])('%s %s %s %s: the app is traced, with its routes', async (...flags) => {
  expect(await run(...flags)).toEqual({ status: 0, stdout: 'answered\n', stderr: '' })
  expect(receiver.spans.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'CLIENT GET',
    'SERVER GET /users/:id',
  ])
})

const stripsTypes = 'typescript' in process.features
;(stripsTypes ? test.skip : test).each(['ts-node/register', '@swc-node/register'])(
  'an --import that keeps %s from compiling the main script says so',
  async (compiler) => {
    const { stderr } = await run('--import', 'heddle/register', '--require', compiler)
    expect(stderr).toMatch(/^\[heddle\] warn: With --import, Node .*Preload with --require heddle\/register/)
    expect(stderr).toContain('ERR_UNKNOWN_FILE_EXTENSION')
  },
)

test('a compiler that knows no `exports` finds the types of every entry', async () => {
  const entries = [
    ...['heddle', 'heddle/register', '@heddle/log-bridge', '@heddle/log-bridge/pino', '@heddle/instrumentation'],
    ...['http', 'fetch', 'express', 'fastify'].map((name) => `@heddle/instrumentation/${name}`),
  ]
  project.write('every-entry.ts', entries.map((entry, at) => `export * as entry${at} from '${entry}'\n`).join(''))
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  expect(await project.run(process.execPath, [tsc, '-p', '.'])).toEqual({ status: 0, stdout: '', stderr: '' })
})
