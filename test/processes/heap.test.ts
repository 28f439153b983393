import { killServices, runToEnd } from '../support/service'
import { useReceiver } from '../support/use-receiver'

afterEach(killServices)
const { toReceiver } = useReceiver({ HEDDLE_IGNORE_PATHS: '/health' })

type Alive = Readonly<Record<string, Readonly<Record<string, number>>>>

const THINGS = [
  'nothing',
  'timer',
  'promise',
  'agent',
  'undici client',
  'undici pool',
  'fetch',
  'server',
  'child',
  'a span that never ends',
  'a big span',
  'a source that comes too late',
  'an error',
]

/** What is alive of the requests of each kind, of a process that has answered all of them. */
async function stillAlive(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Alive> {
  const { code, stdout, stderr } = await runToEnd('heap-app.cjs', {
    execArgv: ['--expose-gc', '--import', 'heddle/register'],
    args,
    env: toReceiver(env),
  })
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Every kind that was looked for was there, and nothing of it is left. */
function expectNothingAlive(alive: Alive, things = THINGS): void {
  expect(Object.keys(alive)).toEqual(things)
  for (const [thing, kinds] of Object.entries(alive)) {
    expect(Object.keys(kinds)).toEqual(expect.arrayContaining(['request', 'response', 'body']))
    expect({ thing, ...kinds }).toEqual({ thing, ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0])) })
  }
}

test.each(['http', 'http2', 'express', 'express 4', 'fastify', 'fastify 4'])(
  '%s: nothing of an answered request is in memory, whatever was made in it and lives on',
  async (framework) => {
    expectNothingAlive(await stillAlive([framework, '/work', ...THINGS]))
  },
)

test.each(['express', 'express 4', 'fastify', 'fastify 4'])(
  '%s: nor with a span for every layer',
  async (framework) => {
    const things = ['timer', 'a big span', 'an error']
    expectNothingAlive(await stillAlive([framework, '/work', ...things], { HEDDLE_SPANS: 'all' }), things)
  },
)

test('nothing of an ignored request either', async () => {
  expectNothingAlive(await stillAlive(['http', '/health', ...THINGS]))
})
