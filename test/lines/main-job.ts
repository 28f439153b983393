import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { TemporaryProject, tarball } from '../packed/temporary-project'
import { useReceiver } from '../support/use-receiver'

type Format = 'mjs' | 'cjs'

interface Way {
  flags(format: Format): readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** What Heddle says. */
  readonly says: readonly RegExp[]
}

const JOINED = /joined another OpenTelemetry SDK: spans are made by its \w*TracerProvider and sent by its processors/

/** How Heddle and the SDK of the line stand together. */
const WAYS: Record<string, Way> = {
  own: { flags: (format) => [preload('own', format)], says: [] },
  wrapped: { flags: (format) => [preload('wrapped', format)], says: [JOINED] },
  attached: {
    flags: (format) => [
      ...(format === 'mjs' ? [preload('loader-hook', format)] : []),
      preload('attached', format),
      '--import=heddle/register',
    ],
    env: { HEDDLE_ATTACH: 'true' },
    says: [JOINED, /left out, .*instrumentation-express, .*instrumentation-http, .*instrumentation-pino\. To have/],
  },
}

const preload = (way: string, format: Format) =>
  `${format === 'mjs' ? '--import' : '--require'}=./telemetry/${way}.${format}`

/** The binaries that `install-nodes.mjs` has put there, and where there are none, this Node. */
const NODES = JSON.parse(process.env['HEDDLE_TEST_NODES'] ?? '{}') as Record<string, string>

/**
 * One line of OpenTelemetry, as its lock files have it (the SDK has one of its own where its API is
 * another than the app's), on these lines of Node: the main job in each
 * way and each format.
 */
export function expectTheMainJob(line: string, nodes: readonly string[]): void {
  const { receiver } = useReceiver()
  let project: TemporaryProject
  beforeAll(async () => {
    project = new TemporaryProject()
    cpSync(join(__dirname, 'locks', line), project.folder, { recursive: true })
    copyService(project)
    for (const folder of ['.', 'telemetry']) {
      if (!existsSync(join(project.folder, folder, 'package-lock.json'))) continue
      const { status, stderr } = await project.run('npm', ['ci', '--ignore-scripts', '--prefix', folder])
      if (status !== 0) throw new Error(`npm ci failed: ${stderr}`)
    }
    await project.npmInstall('--no-save', '--no-package-lock', '--ignore-scripts', tarball('heddle'))
  })
  afterAll(() => project.remove())

  const runs = nodes.flatMap((node) =>
    Object.keys(WAYS).flatMap((way) => (['mjs', 'cjs'] as const).map((format) => [node, way, format] as const)),
  )
  test.each(runs)('on Node %s, %s, %s: one trace, right parents, logs with ids', async (node, way, format) => {
    const { flags, env, says } = WAYS[way]!
    const { status, stderr } = await project.run(NODES[node] ?? process.execPath, [...flags(format), `app.${format}`], {
      OTEL_SERVICE_NAME: 'line-shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_NODE_RESOURCE_DETECTORS: 'none',
      ...env,
    })
    expect(status).toBe(0)
    expectOneTrace()
    const said = stderr.split('\n').filter((text) => text.startsWith('[heddle]'))
    expect(said).toEqual(says.map((pattern) => expect.stringMatching(pattern)))
  })

  function expectOneTrace(): void {
    expect(tree()).toEqual([
      ['CLIENT GET', undefined],
      ['CLIENT GET', 'INTERNAL own'],
      ['INTERNAL generic-pool.acquire', 'INTERNAL own'],
      ['INTERNAL own', 'SERVER GET /outer/:id'],
      ['SERVER GET /inner/:id', 'CLIENT GET'],
      ['SERVER GET /outer/:id', 'CLIENT GET'],
    ])
    const { spans, logs } = receiver
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
    const written = logs.map(({ body, traceId, spanId }) => [body, traceId === spans[0]?.traceId, nameOf(spanId)])
    expect(written.sort()).toEqual([
      ['emitted', true, 'INTERNAL own'],
      ['inner', true, 'SERVER GET /inner/:id'],
      ['outer', true, 'SERVER GET /outer/:id'],
    ])
    for (const { resource } of [...spans, ...logs])
      expect(resource).toMatchObject({ 'service.name': 'line-shop', 'service.version': '3.2.1' })
  }

  const nameOf = (id: string | undefined) => {
    const span = receiver.spans.find(({ spanId }) => spanId === id)
    return span && `${span.kind} ${span.name}`
  }

  /** Each span beside its parent. */
  const tree = () =>
    receiver.spans.map((span) => [`${span.kind} ${span.name}`, nameOf(span.parentSpanId)]).sort((a, b) => compare(a, b))
}

const compare = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1)

/** The service as ES modules, as it is written, and once more as CommonJS. */
function copyService(project: TemporaryProject): void {
  const service = join(__dirname, 'service')
  for (const file of readdirSync(service, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.mjs')) continue
    const source = readFileSync(join(service, file), 'utf8')
    project.write(file, source)
    const { code } = transformSync(source, { format: 'cjs', platform: 'node', target: 'node20' })
    project.write(file.replace(/mjs$/, 'cjs'), code)
  }
}
