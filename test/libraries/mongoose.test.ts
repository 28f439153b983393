import { relative } from 'node:path'
import { killServices } from '../support/service'
import { useReceiver } from '../support/use-receiver'
import { useTemporaryDirectory } from '../support/use-temporary-directory'
import { callsOf } from './calls'
import { startFerretDb } from './servers/ferretdb'
import { describeWithServer } from './servers/installed'
import type { Server } from './servers/server'
import { bundled } from './sql/bundled'

afterEach(killServices)
const { receiver, toReceiver } = useReceiver()
const folder = useTemporaryDirectory('bundled')

const PRINTED = ['twice: 11000']

const CALLS = [
  'buffered > insert cats',
  'buffered too > find cats',
  'caller a > update cats',
  'caller b > update cats',
  'caller c > update cats',
  'create > insert cats',
  'cursor > find cats',
  'cursor > getMore cats',
  'cursor > getMore cats',
  'drop > drop cats',
  'each > find cats',
  'exec > find cats',
  'find > find cats',
  // mongoose creates the collection of a model by itself.
  'none > create cats',
  'save > find cats',
  'save > update cats',
  'twice > insert cats',
  'twice > insert cats',
]

const IN_CALLBACK = [
  ...['buffered', 'buffered'],
  ...['buffered too', 'buffered too', 'buffered too'],
  ...['create', 'create'],
  ...['cursor', 'cursor', 'cursor', 'cursor', 'cursor'],
  ...['each', 'each', 'each', 'each', 'each'],
  ...['find', 'find'],
  ...['save', 'save'],
]

describeWithServer('ferretdb')('mongoose', () => {
  let server: Server
  beforeAll(async () => {
    server = await startFerretDb()
  })
  afterAll(() => server.stop())

  const run = (library: string, app: string, env: NodeJS.ProcessEnv = {}) =>
    callsOf(receiver, app, ['./mongoose.cjs', library, JSON.stringify(server)], toReceiver(env))

  test.each([
    ['mongoose-8', 'app.mjs'],
    ['mongoose-9', 'app.cjs'],
  ])('each command is a span of the call’s caller, whose context its hooks have: %s, %s', async (library, app) => {
    const { printed, calls, inCallback } = await run(library, `sql/${app}`)
    expect(printed).toEqual(PRINTED)
    expect(calls).toEqual(CALLS)
    expect([...inCallback].sort()).toEqual(IN_CALLBACK)
  })

  test.each(['mongoose-8', 'mongoose-9'])('in a bundle too: %s', async (library) => {
    const file = await bundled('./mongoose.cjs', library, 'cjs', folder.path)
    const { calls } = await run(library, relative(__dirname, file), { OTEL_SERVICE_NAME: 'bundled' })
    expect(calls).toEqual(CALLS)
  })

  test.each(['mongoose-8', 'mongoose-9'])('disabled, there is no span of it: %s', async (library) => {
    const { calls, printed } = await run(library, 'sql/app.mjs', { HEDDLE_DISABLED_INSTRUMENTATIONS: 'mongodb' })
    expect(calls).toEqual([])
    expect(printed).toEqual(PRINTED)
  })
})
