import { join } from 'node:path'
import { TracedApp } from '../../packages/instrumentation/src/fixtures/traced-app'

const INSTRUMENTATIONS = [
  '@heddle/instrumentation/http#HttpInstrumentation={"client":false}',
  '@heddle/instrumentation/fastify#FastifyInstrumentation',
]

test.each([
  ['connect', '', ['second', 'third']],
  ['connect', 'fails', ['second', 'error handler']],
  ['middie', '', ['second', 'third']],
])(
  'a request that another one’s code hands on stays in its own trace among the middlewares of %s (/%s)',
  async (LIST, path, steps) => {
    const app = await TracedApp.start(join(__dirname, 'apps/queues.cjs'), INSTRUMENTATIONS, { LIST })
    try {
      const answers = await Promise.all(Array.from({ length: 10 }, (_, each) => app.send(`GET /${path || each}`)))
      expect(answers.map(({ body }) => JSON.parse(body))).toEqual(
        answers.map(({ traceId }) => steps.map((step) => `${step} ${traceId}`)),
      )
    } finally {
      await app.stop()
    }
  },
)
