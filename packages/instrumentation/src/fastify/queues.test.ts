import { join } from 'node:path'
import { TracedApp } from '../fixtures/traced-app'

const HTTP = '@heddle/instrumentation/http#HttpInstrumentation={"client":false}'
const FASTIFY = '@heddle/instrumentation/fastify#FastifyInstrumentation'

const PLACES: [place: string, steps: string[]][] = [
  ...['onRequest', 'preParsing', 'preValidation', 'preHandler'].flatMap((hook): [string, string[]][] => [
    [hook, [hook, 'handler']],
    [`instance-${hook}`, ['handler']],
  ]),
  ['thenable', ['handler']],
  ['fails', ['error handler']],
  ['preSerialization', ['handler', 'preSerialization']],
  ['onSend', ['handler', 'onSend']],
  ['onError', ['onError', 'error handler']],
  ['send', ['onSend']],
  ['send-error', ['error handler']],
  ['handler-thenable', ['onSend']],
  ['not-found/none', ['not found']],
  ['not-found/calls', ['not found']],
  ['parser', ['parser', 'handler']],
  ['body', ['parser', 'handler']],
]

describe.each([
  ['Fastify 5', 'fastify', 'hop'],
  ['Fastify 4', 'fastify4', 'hop'],
  ['Fastify 5 with spans of its hooks', 'fastify', 'all'],
  ['Fastify 4 with spans of its hooks', 'fastify4', 'all'],
])('a request that another one’s code hands on goes on in its own trace, in %s', (_, fastify, spans) => {
  let app: TracedApp
  beforeAll(async () => {
    app = await TracedApp.start(join(__dirname, 'fixtures/queues.cjs'), [HTTP, `${FASTIFY}={"spans":"${spans}"}`], {
      FASTIFY: fastify,
    })
  })
  afterAll(() => app.stop())

  const sendTen = (by: string, place: string) => {
    const isPost = place === 'parser' || place === 'body'
    const send = (line: string) =>
      isPost ? app.send(`POST ${line}`, 'body', { 'content-type': 'text/queued' }) : app.send(`GET ${line}`)
    return Promise.all(Array.from({ length: 10 }, (_each, each) => send(`/by-${by}/${place}/${each}`)))
  }
  const cases = ['first', 'last', 'nobody'].flatMap((by) =>
    PLACES.map(([place, steps]): [by: string, place: string, steps: string[]] => [by, place, steps]),
  )

  test.each(cases)('of ten drained by the %s, at %s', async (by, place, steps) => {
    const answers = await sendTen(by, place)
    const expected = answers.map(({ traceId }) => steps.map((step) => `${step} ${traceId}`))
    expect(answers.map(({ body }) => JSON.parse(body).seen)).toEqual(expected)
  })

  test.each(['first', 'last', 'nobody'])('of ten drained by the %s, at onResponse', async (by) => {
    await sendTen(by, 'onResponse')
    const told: string[] = []
    while (told.length < 10) told.push(...JSON.parse((await app.send('GET /after')).body).after)
    expect(told).toEqual(Array.from({ length: 10 }, () => 'onResponse true'))
  })
})
