import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { useReceiver } from '../support/use-receiver'
import { TemporaryProject, tarball } from './temporary-project'

let project: TemporaryProject
const { receiver } = useReceiver()
/** What the APM's own backend was sent. */
const reports: IncomingHttpHeaders[] = []
let backend: Server

beforeAll(async () => {
  backend = createServer((request, response) => {
    reports.push(request.headers)
    request.resume().on('end', () => response.end('{}'))
  })
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  project = new TemporaryProject()
  project.copy('beside')
  await project.npmInstall(
    tarball('heddle'),
    ...['express@5', 'pino@10', 'dd-trace@5', 'sentry@npm:@sentry/node@11', 'sentry8@npm:@sentry/node@8'],
    '--ignore-scripts',
  )
})
afterEach(() => {
  reports.length = 0
})
afterAll(() => {
  backend.closeAllConnections()
  backend.close()
  project.remove()
})

const heddle = ['--import', 'heddle/register']
test.each([
  ['dd-trace, before', ['--require', './beside/datadog.cjs', ...heddle], '', true],
  ['dd-trace, after', heddle, './datadog.cjs', true],
  ['Sentry 11, before', ['--import', './beside/sentry.cjs', ...heddle], '', true],
  ['Sentry 11, after', heddle, './sentry.cjs', true],
  // It speaks to our tracer provider, and so has nothing to report itself.
  ['Sentry 8, after', heddle, './sentry8.cjs', false],
])(
  'beside %s, a hop is one span, a line is one record with its ids, and its reports are none of the app’s',
  async (_apm, flags, BESIDE, reportsItself) => {
    const ran = await project.run(process.execPath, [...flags, 'beside/app.cjs'], {
      OTEL_SERVICE_NAME: 'shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      APM_PORT: String((backend.address() as AddressInfo).port),
      ...(BESIDE && { BESIDE }),
    })
    expect(receiver.spans.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'CLIENT GET',
      'CLIENT GET',
      'SERVER GET /inner',
      'SERVER GET /outer/:id',
    ])
    expect(receiver.traces()).toHaveLength(1)
    const spanOf = (name: string) => receiver.spans.find((span) => span.name === name)?.spanId
    expect(receiver.logs.map(({ body, spanId }) => [body, spanId])).toEqual([
      ['outer', spanOf('GET /outer/:id')],
      ['inner', spanOf('GET /inner')],
    ])
    expect(reports.length > 0).toBe(reportsItself)
    for (const headers of reports) expect(headers).not.toHaveProperty('traceparent')
    expect(ran.stderr).not.toMatch(/\n {4}at /)
  },
)
