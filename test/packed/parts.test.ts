import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReceivedSpan } from '@heddle/receiver'
import { useReceiver } from '../support/use-receiver'
import { cloudMetadata } from './cloud-metadata'
import { APP, LINES } from './lines'
import { manifestOf, PUBLISHED, TemporaryProject, tarball } from './temporary-project'

// Heddle's packages in a stock SDK, and official parts under `start()`, of either line.

const root = join(__dirname, '..', '..')
const { VALUES } = require('./fixtures/parts/values.cjs') as { readonly VALUES: Readonly<Record<string, unknown>> }

/** As OTLP brings them: an empty value is `undefined`. */
const ARRIVED = {
  ...VALUES,
  'a.map': { text: 'text', number: 7, inner: { flag: true, list: [1, 2] }, nothing: undefined },
  'mixed.list': ['one', 2, true, undefined, [3, 'four']],
}
/** What the SDK 2.x takes on a span. */
const SIMPLE = { 'a.text': 'text', 'a.number': 1.5, 'a.list': ['one', 'two'], 'an.empty.list': [] }

/** A request to a server of its own, for an example that traces requests. */
const ASKS_ITSELF = `require('node:http').createServer((_, response) => response.end()).listen(0, function () {
  fetch('http://127.0.0.1:' + this.address().port).then((answer) => answer.text()).then(() => this.close())
})`

const { receiver } = useReceiver()

describe.each(LINES)('of the line $name', (line) => {
  let project: TemporaryProject
  let node: string
  beforeAll(async () => {
    node = line.node()
    project = new TemporaryProject()
    project.copy('parts')
    cpSync(join(root, 'examples', 'stock-sdk'), join(project.folder, 'stock-sdk'), {
      recursive: true,
      filter: (path) => !/node_modules|package\.json/.test(path),
    })
    const ours = PUBLISHED.filter((folder) => folder !== 'receiver').map((folder) => tarball(manifestOf(folder).name))
    await project.npmInstall(...ours, ...APP, ...line.packages, '--ignore-scripts')
  })
  afterAll(() => project.remove())

  /** Runs it to its end, and returns the last line of each of its streams. */
  async function run(script: string, env: NodeJS.ProcessEnv = {}) {
    const { status, stdout, stderr } = await project.run(node, [script], {
      COLLECTOR: receiver.httpUrl,
      COLLECTOR_GRPC: receiver.grpcUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl,
      ...env,
    })
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    return { stdout, stderr }
  }
  const spanById = (id: string | undefined) => receiver.spans.find(({ spanId }) => spanId === id)
  const shown = (span: ReceivedSpan | undefined): string =>
    span === undefined ? '' : `${shown(spanById(span.parentSpanId))}/${span.kind} ${span.name}`

  test.each([
    ['cjs', 'http/protobuf'],
    ['mjs', 'http/json'],
  ])('every package of ours works in a stock SDK, from %s, logs over %s', async (format, PROTOCOL) => {
    const { stderr } = await run(`parts/ours-in-stock-app.${format}`, { PROTOCOL })
    expect(JSON.parse(stderr)).toEqual({
      seen: { compiled: true, traceStart: 4, spanStart: 7, spanEnd: 7, log: 11 },
      errors: { traceStart: 0, spanStart: 0, spanEnd: 0, log: 0 },
      traces: 7,
      logs: 11,
    })
    const front = '/CLIENT GET/SERVER GET /front/:id'
    const back = `${front}/CLIENT GET/SERVER GET /back/:id`
    expect(receiver.spans.map(shown).sort()).toEqual(
      ['/CLIENT GET', front, `${front}/CLIENT GET`, back, `${front}/CLIENT GET`, back, `${front}/INTERNAL own`].sort(),
    )
    expect(receiver.traces().map(({ isComplete }) => isComplete)).toEqual([true])
    const inSpans = receiver.logs.map(
      ({ body, spanId }) => `${shown(spanById(spanId))}: ${typeof body === 'string' ? body : 'values'}`,
    )
    const ofBack = ['incoming request', 'in the back', 'values', 'request completed']
    expect(inSpans.filter((line) => !line.startsWith(':')).sort()).toEqual(
      [
        `${front}: in the front`,
        `${front}: asked twice`,
        ...ofBack.flatMap((body) => [`${back}: ${body}`, `${back}: ${body}`]),
      ].sort(),
    )
    const identity = { 'service.name': 'parts', 'service.version': '1.2.3', 'telemetry.sdk.version': line.sdkVersion }
    for (const { resource } of [...receiver.spans, ...receiver.logs]) expect(resource).toMatchObject(identity)
    for (const { attributes, kind } of receiver.spans) {
      expect(attributes['deployment.cell']).toBe('a')
      if (kind === 'SERVER') expect(attributes['correlation.request_id']).toBe('r-1')
    }
    const own = receiver.spans.find(({ name }) => name === 'own')
    expect(own?.attributes).toEqual({ ...(line.name === '2.x' ? SIMPLE : ARRIVED), 'deployment.cell': 'a' })
    for (const { body, attributes } of receiver.logs.filter(({ scope }) => scope.name === 'api')) {
      expect(body).toEqual(ARRIVED)
      expect(attributes).toEqual({ ...ARRIVED, 'correlation.request_id': 'r-1' })
    }
  })

  test('official exporters, processors, detectors and instrumentations work under start()', async () => {
    await using metadata = await cloudMetadata()
    const { stdout, stderr } = await run('parts/theirs-in-ours.cjs', {
      GCE_METADATA_HOST: metadata.host,
      METADATA_SERVER_DETECTION: 'assume-present',
      ECS_CONTAINER_METADATA_URI_V4: `http://${metadata.host}/ecs`,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'function',
      AWS_LAMBDA_FUNCTION_VERSION: '3',
      OTEL_RESOURCE_ATTRIBUTES: 'team.name=weavers',
      // Contrib's traces it.
      HEDDLE_DISABLED_INSTRUMENTATIONS: 'graphql',
    })
    const spans = ['dataloader.batch', 'dataloader.load', 'generic-pool.acquire', 'GET', 'GET', 'graphql.parse']
    spans.push('graphql.parseSchema', 'graphql.resolve hello', 'graphql.validate', 'query Hello', 'work')
    // Ours, and the official one of each protocol.
    const ways = (signal: string, count: number) => ({
      [`${signal} http/protobuf undefined`]: count,
      [`${signal} http/json http`]: count,
      [`${signal} http/protobuf proto`]: count,
      [`${signal} grpc undefined`]: count,
    })
    const arrived: Record<string, number> = {}
    for (const { signal, protocol, headers, count } of receiver.requests) {
      const way = `${signal} ${protocol} ${headers['x-by']}`
      arrived[way] = (arrived[way] ?? 0) + count
    }
    expect(arrived).toEqual({ ...ways('traces', spans.length), ...ways('logs', 2) })
    const names = receiver.spans.map(({ name }) => name).sort()
    expect(names).toEqual(spans.flatMap((name) => Array(4).fill(name)).sort())
    expect(receiver.traces().map(({ isComplete }) => isComplete)).toEqual([true])

    const read = JSON.parse(stderr)
    for (const memory of Object.values<string[]>(read.spans)) expect(memory.sort()).toEqual([...spans].sort())
    for (const memory of Object.values<unknown[]>(read.records))
      expect(memory).toEqual([expect.anything(), 'by winston'])
    for (const text of ["name: 'work'", "eventName: 'all.values'", "body: 'by winston'"]) expect(stdout).toContain(text)

    const marks = { 'at.start': true, 'at.ending': true }
    for (const { name, attributes, events, links } of receiver.spans) {
      expect(attributes).toMatchObject(marks)
      if (name !== 'work') continue
      expect(attributes).toEqual({ ...ARRIVED, ...marks })
      expect(events[0]?.attributes).toEqual({ list: ['a', 'b'] })
      expect(links[0]?.attributes).toEqual(ARRIVED)
    }
    for (const { body, attributes, spanId } of receiver.logs) {
      expect(attributes['at.emit']).toBe(true)
      expect(spanById(spanId)?.name).toBe('work')
      if (body === 'by winston') expect(attributes).toMatchObject({ orderId: 7 })
      else expect([body, attributes]).toEqual([ARRIVED, { ...ARRIVED, 'at.emit': true }])
    }
    for (const { resource } of [...receiver.spans, ...receiver.logs]) {
      expect(resource).toMatchObject({
        'service.name': 'packed-shop',
        'team.name': 'weavers',
        'host.name': expect.any(String),
        'os.type': process.platform,
        'process.pid': expect.any(Number),
        'faas.name': 'function',
        'aws.ecs.task.family': 'curltest',
        'cloud.account.id': 'a-project',
      })
    }
    expect(metadata.asked.map(({ url }) => url)).toEqual(expect.arrayContaining(['/ecs/task']))
    expect(metadata.asked.filter(({ isTraced }) => isTraced)).toEqual([])
  })

  test('official samplers and propagators work under start()', async () => {
    const { stdout } = await run('parts/theirs-one-by-one.cjs')
    const { samplers, propagators } = JSON.parse(stdout)
    const all = { begun: 41, roots: 40, children: 1 }
    const none = { begun: 0, roots: 0, children: 0 }
    const { ratioHalf, ...certain } = samplers
    expect(certain).toEqual({
      on: all,
      off: none,
      ratio0: none,
      ratio1: all,
      parent: { begun: 1, roots: 0, children: 1 },
      ...(line.name === '2.x' ? { composite: { ...all, traceState: 'ot=th:0' } } : { record: { ...none, begun: 41 } }),
    })
    expect(ratioHalf.roots).toBeGreaterThan(0)
    expect(ratioHalf.roots).toBeLessThan(40)

    const traceId = '5759e988bd862e3fe1be46a994272793'
    const sent: Record<string, unknown> = {
      b3: { b3: expect.stringMatching(new RegExp(`^${traceId}-\\w{16}-1$`)) },
      b3multi: { 'x-b3-traceid': traceId, 'x-b3-spanid': expect.any(String), 'x-b3-sampled': '1' },
      xray: { 'x-amzn-trace-id': expect.stringMatching(/^Root=1-5759e988-bd862e3f\w+;Parent=\w{16};Sampled=1$/) },
      ...(line.name === '2.x' && { jaeger: { 'uber-trace-id': expect.stringMatching(`^${traceId}:\\w+:0:01$`) } }),
    }
    const expected = Object.entries(sent).map(([name, headers]) => [name, { traceId, isNew: true, sent: headers }])
    expect(propagators).toEqual(Object.fromEntries(expected))
  })

  test('examples/stock-sdk runs', async () => {
    await run('stock-sdk/app.mjs')
    const [span] = receiver.spans
    expect(span).toMatchObject({ name: 'GET', kind: 'SERVER', resource: { 'service.name': 'stock-sdk-example' } })
    expect(receiver.logs).toMatchObject([{ body: 'asked', spanId: span?.spanId, traceId: span?.traceId }])
  })

  test.each([
    ['identity', "console.log('named', resource.attributes['service.name'])", /named orders/],
    ['propagation', '', /'correlation\.request_id': 'r-1'/],
    ['instrumentation', ASKS_ITSELF, /'http\.response\.status_code': 200/],
    ['logger', '', /order placed.*card declined.*order\.cancelled.*0af7651916cd43dd8448eb211c80319c.*late/s],
    ['log-bridge', '', /traceId: '\w{32}'.*orderId: 7.*"trace_id":"\w{32}"/s],
    ['span-callbacks', '', /trace \w{32} local.*'deployment\.cell': 'a'.*done undefined/s],
    ['otlp', '', /delivered: 1,.*delivered: 1,/s],
    ['module-hook', '', /pino 10\.\S+ in \S+ has \d+ tools/],
  ])('the example in the README of %s runs', async (name, added, expected) => {
    const readme = readFileSync(join(project.folder, 'node_modules', '@heddle', name, 'README.md'), 'utf8')
    const blocks = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!)
    const example = blocks.find((code) => /sdk-trace-node|sdk-logs|module-hook/.test(code))!
    const code = example
      .replace(/'@opentelemetry\/sdk-trace-node'/, line.name === '2.x' ? '$&' : "'./parts/as-2.x.cjs'")
      .replace('http://localhost:4317', receiver.grpcUrl)
      .replace('http://localhost:4318', receiver.httpUrl)
    project.write('readme.cjs', `${code}\n${added}\n`)
    const { stdout, stderr } = await run('readme.cjs')
    expect(stdout).toMatch(expected)
    expect(stderr).toBe('')
  })

  test.each([false, true])('the compiler takes them, with exactOptionalPropertyTypes %p', (exact) => {
    const text = readFileSync(join(__dirname, 'types', 'parts.mts'), 'utf8')
    project.write('parts.mts', text.replace('@opentelemetry/sdk-trace-node', line.traces))
    const options = { strict: true, module: 'nodenext', target: 'es2022', types: [], noEmit: true, skipLibCheck: true }
    const compilerOptions = { ...options, exactOptionalPropertyTypes: exact }
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['parts.mts'] }))
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const ran = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: project.folder, encoding: 'utf8' })
    expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 0, stdout: '' })
  })
})
