import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const EXPRESS = '@heddle/instrumentation/express#ExpressInstrumentation'

const PLACES: [place: string, steps: string[]][] = [
  ['middleware', ['middleware', 'handler']],
  ['handlers', ['second', 'third']],
  ['fails', ['error handler']],
  ['skips', ['next route']],
  ['params/1', ['param', 'handler']],
  ['mounted', ['after a mounted app']],
  ['async', ['async handler']],
  ['rejects', ['error handler']],
  ['unanswered', ['outside']],
]

describe.each([
  ['Express 5', 'express', 'hop'],
  ['Express 4', 'express4', 'hop'],
  ['Express 5 with spans of its layers', 'express', 'all'],
  ['Express 4 with spans of its layers', 'express4', 'all'],
])('a request that another one’s code hands on goes on in its own trace, in %s', (_, express, spans) => {
  let app: TracedApp
  beforeAll(async () => {
    const env = { APP: join(__dirname, 'fixtures/queues.cjs'), EXPRESS: express }
    app = await TracedApp.start(join(__dirname, 'fixtures/serve.cjs'), [HTTP, `${EXPRESS}={"spans":"${spans}"}`], env)
  })
  afterAll(() => app.stop())

  const places = PLACES.filter(([place]) => express === 'express' || place !== 'rejects')
  const cases = ['first', 'last', 'nobody'].flatMap((by) => places.map(([place, steps]) => [by, place, steps] as const))
  test.each(cases)('of ten drained by the %s, at %s', async (by, place, steps) => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, each) => app.send(`GET /by-${by}/${place}/${each}`)),
    )
    const expected = answers.map(({ traceId }) => steps.map((step) => `${step} ${traceId}`))
    expect(answers.map(({ body }) => JSON.parse(body).seen)).toEqual(expected)
  })
})

test.each(['express', 'express4'])(
  'a span that the app puts around the rest of a request stays active, in %s',
  async (express) => {
    const env = { APP: join(__dirname, 'fixtures/queues.cjs'), EXPRESS: express }
    const app = await TracedApp.start(join(__dirname, 'fixtures/serve.cjs'), [HTTP, EXPRESS], env)
    try {
      for (const from of ['derived', 'root']) {
        const { body, inner } = await app.trace(`GET /within/${from}`)
        expect(inner.map(({ name, spanId }) => [name, spanId])).toEqual([['around the rest', JSON.parse(body).spanId]])
      }
    } finally {
      await app.stop()
    }
  },
)
