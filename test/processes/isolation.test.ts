import { killServices, runToEnd, startService } from '../support/service'
import { SLOW_BATCHES, useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver(SLOW_BATCHES)

describe.each([
  'span onStart throws',
  'span onEnd throws',
  'span forceFlush throws',
  'span forceFlush rejects',
  'span shutdown throws',
  'span shutdown rejects',
  'log onEmit throws',
  'log forceFlush throws',
  'log shutdown throws',
])('of a processor of the app’s own, %s:', (throws) => {
  const expectDelivery = () => {
    expect(receiver.spans.filter(({ name }) => name === 'work')).toHaveLength(1)
    expect(receiver.logs.map(({ body }) => body)).toEqual(['working'])
  }

  test('a script keeps its exit code, and its records arrive', async () => {
    const { code, signal } = await runToEnd('throwing-parts.mjs', {
      execArgv: [],
      env: toReceiver({ THROWS: throws, ENDS: 'by itself' }),
    })
    expect({ code, signal }).toEqual({ code: 3, signal: null })
    expectDelivery()
  })

  test('a server ends by its signal, and its records arrive', async () => {
    const service = await startService('throwing-parts.mjs', { execArgv: [], env: toReceiver({ THROWS: throws }) })
    expect((await fetch(service.url)).status).toBe(200)
    expect(await service.stop()).toMatchObject({ code: null, signal: 'SIGTERM' })
    expectDelivery()
  })
})

test('what work in a span throws reaches its caller unchanged, even what cannot be made a string', async () => {
  const { code, stdout } = await runToEnd('odd-throw.mjs', { execArgv: [], env: toReceiver() })
  expect({ code, stdout }).toEqual({ code: 0, stdout: '[true,true]\n' })
  expect(receiver.spans.map(({ name, status }) => [name, status.code])).toEqual([
    ['synchronous', 'ERROR'],
    ['asynchronous', 'ERROR'],
  ])
})
