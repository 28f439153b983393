import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Receiver, type Respond, startReceiver } from '@heddle/receiver'
import { killServices, runToEnd, type Service, startService } from '../support/service'
import { SLOW_BATCHES, useReceiver } from '../support/use-receiver'

jest.setTimeout(60_000)

/** The collectors that misbehave. */
const collectors: Receiver[] = []
const startCollector = async (respond: Respond) => {
  const collector = await startReceiver({ respond })
  collectors.push(collector)
  return collector
}
afterEach(async () => {
  killServices()
  await Promise.all(collectors.splice(0).map((collector) => collector.close()))
})
const { receiver, toReceiver } = useReceiver(SLOW_BATCHES)
const spanNames = () => receiver.spans.map(({ name }) => name)

describe('an app that', () => {
  test.each(['signal-exit3', 'signal-exit4'])('cleans up with %s ends by its signal, delivered', async (module) => {
    const service = await startService('signal-exit-app.mjs', { env: toReceiver({ SIGNAL_EXIT: module }) })
    await fetch(service.url)
    const end = await service.stop()
    expect(end).toMatchObject({ code: null, signal: 'SIGTERM' })
    expect(end.tookMs).toBeLessThan(1_500)
    expect(service.stdout()).toBe('cleaned up after SIGTERM\n')
    expect(spanNames()).toEqual(['GET'])
  })

  test.each(['before', 'after'])('listens once, %s our start, is not cut off in its own ending', async (when) => {
    const service = await startService('once-app.mjs', { execArgv: [], env: toReceiver({ LISTENS: when }) })
    await fetch(service.url)
    const end = await service.stop()
    expect(end).toMatchObject({ code: 7, signal: null })
    expect(service.stdout()).toBe('saved\n')
    // What it did while it ended, too.
    expect(spanNames()).toEqual(['GET', 'saving'])
  })

  test('lost its stderr lives on though Heddle complains on it, and ends by its signal', async () => {
    const refusing = await startCollector(() => ({ httpStatus: 400 }))
    const service = await startService('express-app.mjs', {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: refusing.httpUrl,
        OTEL_BSP_SCHEDULE_DELAY: '10',
        OTEL_BLRP_SCHEDULE_DELAY: '10',
      },
    })
    service.process.stderr!.destroy()
    await fetch(`${service.url}/api/acme/users/1`)
    // One complaint about the span and one about the log: a stream may treat its first error
    // differently.
    await refusing.waitFor(({ requests }) => new Set(requests.map(({ signal }) => signal)).size === 2)
    expect((await fetch(`${service.url}/api/acme/users/2`)).status).toBe(200)
    expect(await service.stop()).toMatchObject({ code: null, signal: 'SIGTERM' })
  })
})

describe('a repeated SIGINT', () => {
  const begin = async (respond: (service: Service) => ReturnType<Respond>, timeoutMs: number) => {
    let service: Service | undefined
    const collector = await startCollector(() => respond(service!))
    service = await startService('express-app.mjs', {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.httpUrl,
        HEDDLE_SHUTDOWN_TIMEOUT: String(timeoutMs),
        ...SLOW_BATCHES,
      },
    })
    await fetch(`${service.url}/api/acme/users/1`)
    return { service, collector }
  }

  test('at once, as from Ctrl-C under npm, does not cut off the delivery', async () => {
    const livedAtAnswer: boolean[] = []
    const { service } = await begin(async ({ process: child }) => {
      child.kill('SIGINT')
      await sleep(100)
      livedAtAnswer.push(child.exitCode === null && child.signalCode === null)
      return undefined
    }, 5_000)
    const end = await service.stop('SIGINT')
    expect(end).toMatchObject({ code: null, signal: 'SIGINT' })
    // One answer for the span and one for the log.
    expect(livedAtAnswer).toEqual([true, true])
  })

  test('later means now', async () => {
    const { service, collector } = await begin(() => ({ hang: true }), 60_000)
    const ended = service.stop('SIGINT')
    await collector.waitFor(({ requests }) => requests.length > 0)
    // The time in which a repeat counts as the same Ctrl-C.
    await sleep(600)
    service.process.kill('SIGINT')
    const end = await ended
    expect(end).toMatchObject({ code: null, signal: 'SIGINT' })
    expect(end.tookMs).toBeLessThan(3_000)
  })
})

describe('a process that is busy for half a minute', () => {
  // The signal itself ends it; a listener would have to wait for the event loop.
  test('ends by SIGTERM at once, as without us, if it has made nothing', async () => {
    const service = await startService('busy-app.mjs', { env: toReceiver() })
    const end = await service.stop()
    expect(end).toMatchObject({ code: null, signal: 'SIGTERM' })
    expect(end.tookMs).toBeLessThan(10_000)
  })

  test('ends by SIGTERM at once if all that it had made is delivered', async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.httpUrl, OTEL_BSP_SCHEDULE_DELAY: '10', SERVES: 'yes' }
    const service = await startService('busy-app.mjs', { env })
    await fetch(service.url)
    await receiver.waitForSpans(1)
    // A listener goes a second after the last that it was there for.
    await sleep(2_500)
    service.process.send('compute')
    await sleep(500)
    const end = await service.stop()
    expect(end).toMatchObject({ code: null, signal: 'SIGTERM' })
    expect(end.tookMs).toBeLessThan(10_000)
  })
})

test('an event with the name of a signal that the app emits itself ends nothing', async () => {
  const { code, signal, stdout } = await runToEnd('emitting-app.mjs', { env: toReceiver() })
  expect({ code, signal, stdout }).toEqual({ code: 3, signal: null, stdout: 'still there\n' })
  expect(spanNames()).toEqual(['open'])
})

describe('process.exit()', () => {
  test('with records held says on one line what is lost, and keeps its code', async () => {
    const { code, stderr } = await runToEnd('process-exit.mjs', { execArgv: [], env: toReceiver() })
    expect(code).toBe(5)
    expect(stderr).toMatch(
      /^\[heddle\] ledger: traces created=2 [^\n]*held=2 [^\n]*\| logs created=1 [^\n]*held=1 [^\n]*\b3 records not delivered[^\n]*\n$/,
    )
    expect(receiver.requests).toHaveLength(0)
  })

  test('after a shutdown loses nothing and says nothing', async () => {
    const { code, stderr } = await runToEnd('process-exit.mjs', {
      execArgv: [],
      env: toReceiver({ AWAITS: 'shutdown' }),
    })
    expect({ code, stderr }).toEqual({ code: 5, stderr: '' })
    expect(spanNames()).toEqual(['first', 'second'])
    expect(receiver.logs).toHaveLength(1)
  })
})

test('a signal that comes while the app computes is heard, though nothing is left to lose by then', async () => {
  const env = { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' }
  const service = await startService('computing-app.mjs', { env })
  const computing = once(service.process, 'message')
  fetch(service.url).catch(() => {})
  await computing
  expect(await service.stop()).toMatchObject({ code: null, signal: 'SIGTERM' })
})
