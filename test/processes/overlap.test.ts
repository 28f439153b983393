import { killServices, startService } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()

describe.each([
  ['given to start()', 'given', [], 0],
  ['of an SDK that is started after Heddle', 'late', ['--import', 'heddle/register'], 1],
] as const)('contrib’s instrumentations of what ours cover, %s', (_what, contrib, execArgv, lateSdks) => {
  test('add no second span to a hop, and nothing that the app does is lost with theirs', async () => {
    const service = await startService('beside-app.mjs', {
      execArgv,
      env: toReceiver({ CONTRIB: contrib }),
    })
    const seen = (await (await fetch(`${service.url}/outer/7`)).json()) as { traceId: string; spanId: string }
    await service.stop()
    const stderr = service.stderr()
    const spans = receiver.spans.map(({ kind, name, scope }) => `${kind} ${name} ${scope.name}`).sort()
    expect(spans).toEqual([
      'CLIENT GET @heddle/instrumentation/fetch',
      'CLIENT GET @heddle/instrumentation/http',
      'SERVER GET /inner @heddle/instrumentation/http',
      'SERVER GET /inner @heddle/instrumentation/http',
      'SERVER GET /outer/:id @heddle/instrumentation/http',
    ])
    const trace = receiver.trace(seen.traceId)!
    expect(trace.isComplete).toBe(true)
    // A second traceparent behind ours would have the next hop begin a trace of its own.
    expect(receiver.traces()).toHaveLength(1)
    expect(trace.root).toMatchObject({ spanId: seen.spanId, attributes: { 'shop.own': true } })
    const outer = receiver.logs.find(({ body }) => body === 'outer')
    expect(outer).toMatchObject({ traceId: seen.traceId, spanId: seen.spanId })
    expect(stderr.match(/left out/g)).toHaveLength(1)
    expect(stderr).toMatch(/instrumentation-http.*HEDDLE_DISABLED_INSTRUMENTATIONS=/)
    expect(stderr).not.toMatch(/no original to unwrap|duplicate registration/)
    expect(stderr.match(/another OpenTelemetry SDK .* was started after Heddle/g) ?? []).toHaveLength(lateSdks)
  })
})
