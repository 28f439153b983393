import { trace } from '@opentelemetry/api'

const tracer = trace.getTracer('app')
const within = (name, run) => tracer.startActiveSpan(name, (span) => Promise.resolve(run()).finally(() => span.end()))
const read = async (stream) => {
  const read = []
  for await (const each of stream) read.push(each)
  return read.length
}

/** Runs cases, each in a span of its name, one after the other. */
export async function run({ Anthropic }, names) {
  const client = new Anthropic({ apiKey: 'secret', baseURL: process.env.MODEL_URL, maxRetries: 1 })
  const body = (model = 'claude-test', more) => ({
    model,
    max_tokens: 7,
    system: 'secret',
    messages: [
      { role: 'user', content: 'secret' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_0', name: 'weather', input: { city: 'secret' } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_0', content: 'secret' }] },
    ],
    ...more,
  })
  const chat = (...args) => client.messages.create(body(...args))
  const failing = (call) => call.catch((error) => `${error.constructor.name} ${error.status}`)

  const cases = {
    chat: () =>
      chat('claude-test', { temperature: 0.5, top_p: 0.9, top_k: 3, stop_sequences: ['END'] }).then(({ id }) => id),
    beta: () => client.beta.messages.create(body()).then(({ id }) => id),
    stream: async () => read(await chat('claude-test', { stream: true })),
    helper: async () => (await client.messages.stream(body()).finalMessage()).content[1].input,
    async withResponse() {
      const { data, response } = await chat().withResponse()
      return [data.id, response.status]
    },
    async break() {
      for await (const { type } of await chat('open', { stream: true })) return type
    },
    async aborted() {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 50)
      return failing(client.messages.create(body('silent'), { signal: controller.signal }))
    },
    limited: () => failing(chat('limited')),
    broken: () => failing(chat('broken')),
    wrong: () => failing(chat('wrong', { stream: true }).then(read)),
    retried: () => chat('broken-once').then(({ id }) => id),
  }
  const results = {}
  for (const name of names.split(' ')) results[name] = (await within(name, cases[name])) ?? null
  console.log(JSON.stringify(results))
}
