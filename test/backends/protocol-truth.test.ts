import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeCollectorPorts } from '../../backends/src/backends'
import { type Collector, startCollector } from '../../backends/src/collector'
import { withoutTelemetrySettings } from '../support/service'
import { eventually } from './eventually'
import { expectedScopeLogs, expectedScopeSpans, type SpanIds } from './odd-values'
import { describeWithBackends, programs } from './programs'
import { PROTOCOLS, sendingTo } from './stage'

interface Written {
  readonly resourceSpans?: readonly { readonly resource: Resource; readonly scopeSpans: unknown }[]
  readonly resourceLogs?: readonly { readonly resource: Resource; readonly scopeLogs: unknown }[]
}

interface Resource {
  readonly attributes: readonly { readonly key: string; readonly value: unknown }[]
}

let folder: string
let collector: Collector

// Go's OpenTelemetry decodes what we have encoded, and writes it down in a third form.
describeWithBackends('what the collector has understood', () => {
  const file = () => join(folder, 'otlp.json')

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-protocol-'))
    const exporters = { file: { path: file(), flush_interval: '50ms' } }
    const ports = await freeCollectorPorts()
    collector = await startCollector(programs.collector, { ports, traceExporters: exporters, logExporters: exporters })
  })
  afterEach(async () => {
    await collector?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function runOddValues(protocol: string) {
    const app = fork(join(__dirname, 'fixtures/odd-values.mjs'), {
      env: {
        ...withoutTelemetrySettings(process.env),
        ...sendingTo(collector, protocol),
        OTEL_SERVICE_NAME: 'odd',
        OTEL_LOG_LEVEL: 'none',
      },
    })
    const ended = once(app, 'exit')
    const [ids] = (await once(app, 'message')) as [SpanIds]
    await ended
    return { ids, pid: app.pid }
  }

  test.each(PROTOCOLS)('over %s, is what the app has done, field by field', async (protocol) => {
    const { ids, pid } = await runOddValues(protocol)
    const written = await eventually(
      'both requests',
      async () => completeLines(file()).map((line) => JSON.parse(line) as Written),
      ({ length }) => length === 2,
    )
    const [spans] = written.flatMap(({ resourceSpans = [] }) => resourceSpans)
    const [logs] = written.flatMap(({ resourceLogs = [] }) => resourceLogs)
    expect(spans?.scopeSpans).toEqual(expectedScopeSpans(ids))
    expect(logs?.scopeLogs).toEqual(expectedScopeLogs(ids))
    expect(spans?.resource.attributes).toEqual(
      expect.arrayContaining([
        { key: 'service.name', value: { stringValue: 'odd' } },
        { key: 'process.pid', value: { intValue: String(pid) } },
        { key: 'telemetry.sdk.language', value: { stringValue: 'nodejs' } },
      ]),
    )
    expect(logs?.resource).toEqual(spans?.resource)
  })
})

/** A line may be on its way to the disk. */
function completeLines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1)
}
