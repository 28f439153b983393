import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'

// What a preload by NODE_OPTIONS reaches besides the app.

const { receiver } = useReceiver()
let project: TemporaryProject
beforeAll(async () => {
  project = new TemporaryProject({ scripts: { shop: 'node script.cjs' } })
  project.copy('pm2-shop.cjs')
  project.write('script.cjs', 'fetch(process.env.ASKED).then((response) => console.log(response.status))')
  project.write(
    'watched.test.cjs',
    "require('node:test').test('asks', async () => (await fetch(process.env.ASKED)).text())",
  )
  await project.npmInstall(tarball('heddle'), '@opentelemetry/api@1.9.1', 'pm2@6')
})
afterAll(() => project.remove())

/** A server that answers 404 to everything, and the headers that it got. */
async function registryWithNothing() {
  const asked: { url: string | undefined; headers: IncomingHttpHeaders }[] = []
  const server = createServer(({ url, headers }, response) => {
    asked.push({ url, headers })
    response.writeHead(404).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const preloaded = () => ({ NODE_OPTIONS: '--import heddle/register', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl })

test.each([
  ['npm', ['view', 'nothing-of-that-name', '--fetch-retries=0']],
  ['npx', ['--yes', '--fetch-retries=0', 'nothing-of-that-name']],
])('%s says, sends and ends as without us', async (command, args) => {
  await using registry = await registryWithNothing()
  const env = { npm_config_registry: registry.url, npm_config_cache: join(project.folder, '.cache') }
  const without = await project.run(command, args, env)
  const withUs = await project.run(command, args, { ...env, ...preloaded() })
  const lines = ({ stderr }: { stderr: string }) =>
    stderr.replace(/\S+debug-0\.log|\d{4}-\d\d-\d\dT\S+/g, '').split('\n')
  expect({ status: withUs.status, stdout: withUs.stdout, stderr: lines(withUs) }).toEqual({
    status: without.status,
    stdout: without.stdout,
    stderr: lines(without),
  })
  expect(registry.asked.length).toBeGreaterThan(1)
  expect(registry.asked.filter(({ headers }) => headers['traceparent'] !== undefined)).toEqual([])
  expect(receiver.requests).toHaveLength(0)
})

test('a script that npm runs is traced, and npm is not', async () => {
  await using registry = await registryWithNothing()
  const { status, stdout, stderr } = await project.run('npm', ['run', '--silent', 'shop'], {
    ...preloaded(),
    ASKED: registry.url,
  })
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '404\n', stderr: '' })
  expect(receiver.spans.map(({ kind, resource }) => [kind, resource['service.name']])).toEqual([
    ['CLIENT', 'packed-shop'],
  ])
})

test('node --test runs its files as services, and is none itself', async () => {
  await using registry = await registryWithNothing()
  const { status } = await project.run(process.execPath, ['--test', 'watched.test.cjs'], {
    ...preloaded(),
    ASKED: registry.url,
  })
  expect(status).toBe(0)
  expect(receiver.spans.map(({ kind }) => kind)).toEqual(['CLIENT'])
})

describe.each(['cluster', 'fork'])('under PM2, in its %s mode,', (mode) => {
  test('the name and the endpoint are those that PM2 was given for the app', async () => {
    const home = { PM2_HOME: join(project.folder, `.pm2-${mode}`), PM2_DISABLE_VERSION_CHECK: 'true' }
    const pm2 = (...args: readonly string[]) =>
      project.run(process.execPath, [join('node_modules', 'pm2', 'bin', 'pm2'), ...args], home)
    const app = {
      name: 'shop',
      script: './pm2-shop.cjs',
      exec_mode: mode,
      instances: 1,
      node_args: '--require heddle/register',
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl, OTEL_BSP_SCHEDULE_DELAY: '100' },
    }
    const named = { ...app, name: 'orders', env: { ...app.env, OTEL_SERVICE_NAME: 'orders' } }
    project.write('ecosystem.config.json', JSON.stringify({ apps: [app, named] }))
    try {
      const { status, stderr } = await pm2('start', 'ecosystem.config.json')
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      const spans = await receiver.waitForSpans(4)
      const services = spans.map(({ resource }) => resource['service.name'])
      expect(services.sort()).toEqual(['orders', 'orders', 'packed-shop', 'packed-shop'])
      for (const { resource } of spans) {
        expect(resource['process.command_args']).toEqual([expect.any(String), join(project.folder, 'pm2-shop.cjs')])
      }
    } finally {
      await pm2('kill')
    }
  })
})
