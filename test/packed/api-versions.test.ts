import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { manifestOf, PUBLISHED, type Ran, registry, TemporaryProject, tarball } from './temporary-project'

// Heddle beside each line of OpenTelemetry's API, as each package manager installs them.

const API_LOGS = '@opentelemetry/api-logs@0.223.0'

const { receiver } = useReceiver()
let project: TemporaryProject
let managers: TemporaryProject
beforeAll(async () => {
  managers = new TemporaryProject()
  await managers.npmInstall('pnpm@10', 'yarn@1', '@yarnpkg/cli-dist@4')
})
afterEach(() => project.remove())
afterAll(() => managers.remove())

const program = (...path: readonly string[]) => join(managers.folder, 'node_modules', ...path)

interface Manager {
  /** Installs without a word of warning, or fails the test. */
  install(packages: readonly string[]): Promise<void>
  /** How `node` is run. */
  readonly node: readonly string[]
}

/** The lines that say that something is wrong. */
const complaints = (output: string) =>
  output.split('\n').filter((line) => /warn|err|conflict|unmet|missing/i.test(line))

async function expectSilence(ran: Promise<Ran>): Promise<void> {
  const { status, stdout, stderr } = await ran
  expect({ status, complaints: complaints(stdout + stderr) }).toEqual({ status: 0, complaints: [] })
}

const MANAGERS: Record<string, () => Manager> = {
  npm: () => ({
    install: (packages) => expectSilence(project.npmInstall(...packages)),
    node: [process.execPath],
  }),
  pnpm: () => ({
    install: (packages) =>
      expectSilence(
        project.run(process.execPath, [program('pnpm', 'bin', 'pnpm.cjs'), 'add', ...packages], {
          npm_config_registry: registry(),
        }),
      ),
    node: [process.execPath],
  }),
  'yarn classic': () => ({
    install: (packages) =>
      expectSilence(
        project.run(process.execPath, [program('yarn', 'bin', 'yarn.js'), 'add', '--no-progress', ...packages], {
          YARN_REGISTRY: registry(),
          YARN_CACHE_FOLDER: join(project.folder, '.cache'),
        }),
      ),
    node: [process.execPath],
  }),
  'yarn Plug’n’Play': () => plugAndPlay(),
}

function plugAndPlay(): Manager {
  const yarn = program('@yarnpkg', 'cli-dist', 'bin', 'yarn.js')
  project.write('yarn.lock', '')
  const settings = {
    nodeLinker: 'pnp',
    enableTelemetry: false,
    enableGlobalCache: false,
    npmRegistryServer: registry(),
  }
  project.write(
    '.yarnrc.yml',
    Object.entries({ ...settings, unsafeHttpWhitelist: '["*"]' })
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  )
  return {
    async install(packages) {
      const named = packages.map((path) => (path.endsWith('.tgz') ? `heddle@file:${path}` : path))
      await expectSilence(project.run(process.execPath, [yarn, 'add', ...named]))
      // ES modules are resolved only by a loader, of which Yarn itself warns.
      await project.run(process.execPath, [yarn, 'config', 'set', 'pnpEnableEsmLoader', 'true'])
      const { status } = await project.run(process.execPath, [yarn, 'install'])
      expect(status).toBe(0)
    },
    node: [process.execPath, yarn, 'node'],
  }
}

function expectEverything(apiVersion: string): void {
  const { spans, logs } = receiver
  const withOwnLogs = !apiVersion.startsWith('1.9')
  const ids = Object.fromEntries(spans.map(({ name, spanId }) => [name, spanId]))
  const server = spans.find(({ kind }) => kind === 'SERVER')
  expect(spans.map(({ name }) => name).sort()).toEqual(['GET', 'GET', 'early', 'late'])
  for (const name of ['early', 'late']) {
    expect(spans.find((span) => span.name === name)).toMatchObject({
      traceId: server?.traceId,
      parentSpanId: server?.spanId,
    })
    const own = logs.filter(({ body }) => body === name)
    expect(own.map(({ spanId }) => spanId)).toEqual(Array(withOwnLogs ? 2 : 1).fill(ids[name]))
  }
}

test.each([
  ['npm', '1.9.0'],
  ['npm', '1.10.0'],
  ['pnpm', '1.10.0'],
  ['yarn classic', '1.10.0'],
  ['yarn Plug’n’Play', '1.9.1'],
  ['yarn Plug’n’Play', '1.10.0'],
])('%s installs Heddle beside the API %s without a word, and spans and logs arrive', async (name, version) => {
  project = new TemporaryProject()
  const manager = MANAGERS[name]!()
  await manager.install([tarball('heddle'), `@opentelemetry/api@${version}`, API_LOGS])
  if (name === 'npm') {
    const lock = JSON.parse(readFileSync(join(project.folder, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>
    }
    const { '': _root, ...packages } = lock.packages
    expect(Object.keys(packages).sort()).toEqual([
      'node_modules/@opentelemetry/api',
      'node_modules/@opentelemetry/api-logs',
      'node_modules/heddle',
    ])
    expect(Object.values(packages).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([])
  }
  project.copy(...readdirSync(join(__dirname, 'fixtures')).filter((file) => file.startsWith('both-logs-apis')))
  for (const file of ['both-logs-apis.mjs', 'both-logs-apis.cjs']) {
    for (const flags of [['--import', 'heddle/register'], []]) {
      receiver.clear()
      const [command, ...args] = [...manager.node, ...flags, file]
      const { status, stdout, stderr } = await project.run(command!, args, {
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
        ...(flags.length === 0 && { START_IN_CODE: 'yes' }),
      })
      // Yarn's own loader makes Node warn of loaders.
      expect({ status, said: stderr.split('\n').filter((line) => /heddle|opentelemetry/i.test(line)) }).toEqual({
        status: 0,
        said: [],
      })
      expect(JSON.parse(stdout)).toEqual({ isActive: true, takesMeterProvider: true })
      expectEverything(version)
    }
  }
  if (name === 'yarn Plug’n’Play') expect(existsSync(join(project.folder, 'node_modules'))).toBe(false)
})

test('every package installs beside the newest line of the API without a word', async () => {
  project = new TemporaryProject()
  const ours = PUBLISHED.filter((folder) => folder !== 'receiver').map((folder) => tarball(manifestOf(folder).name))
  const { stdout, stderr } = await project.npmInstall(...ours, '@opentelemetry/api@1.10.0')
  expect(complaints(stdout + stderr)).toEqual([])
})
