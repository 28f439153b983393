import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'
import { TWO_HOPS } from './two-hops'

// The README's "Use it", word for word, in a folder that has the newest API already. What stands for
// something is put in: the package that is not published yet, the collector, what `…` leaves open.

const USE_IT = /## Use it\n([\s\S]*?)\n## /.exec(readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8'))![1]!
const blockOf = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(USE_IT)![1]!
const [install, run] = blockOf('sh').trim().split('\n')
const code = blockOf('ts').replace('{ … }', '{}')

const { receiver } = useReceiver()
let project: TemporaryProject
beforeAll(async () => {
  project = new TemporaryProject()
  await project.npmInstall('@opentelemetry/api@latest', 'express@5', 'pino@10')
  project.copy('joined/app.cjs')
  project.write('app.js', "require('./joined/app.cjs')")
})
afterAll(() => project.remove())

const shell = (line: string) =>
  project.run('bash', ['-c', line.replace('http://collector:4317', receiver.grpcUrl)], {
    // The port 4317 says so by itself.
    ...(line.includes(':4317') && { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }),
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
  })

function expectTheTrace(): void {
  expect(receiver.spans.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(TWO_HOPS)
  expect(receiver.traces().map(({ isComplete }) => isComplete)).toEqual([true])
  expect(receiver.logs.map(({ body }) => body).sort()).toEqual(['inner', 'inner', 'outer'])
  for (const { resource } of receiver.spans) expect(resource).toMatchObject({ 'service.name': 'orders' })
}

test('it installs without a conflict or a warning, and one line runs the app traced', async () => {
  const installed = await shell(install!.replace('heddle', tarball('heddle')))
  expect(installed.status).toBe(0)
  expect((installed.stdout + installed.stderr).split('\n').filter((line) => /warn|err|conflict/i.test(line))).toEqual(
    [],
  )
  expect(await shell(run!)).toMatchObject({ status: 0, stderr: '' })
  expectTheTrace()
})

test('with code: the preload that it shows runs the app traced', async () => {
  const preload = code.slice(0, code.indexOf('\n})\n') + 4)
  const [, name, command] = /^\/\/ (\S+): (.*)$/m.exec(preload)!
  project.write(name!, preload)
  expect(await shell(command!)).toMatchObject({ status: 0, stderr: '' })
  expectTheTrace()
  expect(receiver.spans[0]?.resource).toMatchObject({ 'service.version': '2.1.0', 'cloud.region': 'us-east-1' })
})

test('with code: every line of it runs', async () => {
  const header = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
  const given = { orderId: 'order-1', tenant: 'acme', header }
  const constants = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  project.write(
    'all.mjs',
    `${constants.join('')}const error = new Error('declined')\nconst work = () => {}\nconst headers = {}\n${code}`,
  )
  expect(await shell('node all.mjs')).toMatchObject({ status: 0, stderr: '' })
  expect(receiver.spans.map(({ name }) => name)).toEqual(['db.query'])
  expect(receiver.logs).toMatchObject([
    { body: 'order placed', severityText: 'info', attributes: { orderId: 'order-1' } },
    { body: 'charge failed', severityText: 'error', attributes: { 'exception.message': 'declined' } },
    { body: '…', traceId: 'a'.repeat(32), attributes: { tenant: 'acme' } },
  ])
})
