import { once } from 'node:events'
import { context, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('app')
const within = (name, run) => tracer.startActiveSpan(name, (span) => Promise.resolve(run()).finally(() => span.end()))
const messages = [
  { role: 'system', content: 'secret' },
  { role: 'user', content: [{ type: 'text', text: 'secret' }] },
]
const read = async (stream) => {
  const read = []
  for await (const each of stream) read.push(each)
  return read.length
}

/** Runs cases, each in a span of its name, one after the other. */
export async function run({ OpenAI, APIPromise, AzureOpenAI }, names) {
  const { MODEL_URL } = process.env
  const options = { apiKey: 'sk-secret', baseURL: `${MODEL_URL}/v1`, maxRetries: 1 }
  const client = new OpenAI(options)
  const chat = (model = 'gpt-4o', more, requestOptions) =>
    client.chat.completions.create({ model, messages, ...more }, requestOptions)
  const respond = (more) => client.responses.create({ model: 'gpt-4o', input: 'secret', ...more })
  const failing = (call) => call.catch((error) => `${error.constructor.name} ${error.status} ${error.code}`)

  const cases = {
    chat: () =>
      chat('gpt-4o', {
        max_completion_tokens: 7,
        temperature: 0.5,
        top_p: 0.9,
        seed: 3,
        n: 2,
        stop: 'END',
        frequency_penalty: 0.1,
        presence_penalty: 0.2,
        response_format: { type: 'json_object' },
        service_tier: 'default',
      }).then(({ id }) => id),
    responses: () =>
      respond({ instructions: 'secret', max_output_tokens: 7, conversation: 'conv_1' }).then((it) => it.output_text),
    embeddings: () =>
      client.embeddings
        .create({ model: 'text-embedding-3-small', input: 'secret', dimensions: 1, encoding_format: 'float' })
        .then(({ data }) => data.length),
    completions: () =>
      client.completions.create({ model: 'davinci-002', prompt: 'secret' }).then(({ choices }) => choices.length),
    azure: () =>
      new AzureOpenAI({ apiKey: 'secret', apiVersion: '2024-10-21', endpoint: MODEL_URL }).chat.completions
        .create({ model: 'deployed', messages })
        .then(({ id }) => id),
    stream: async () => read(await chat('gpt-4o', { stream: true, stream_options: { include_usage: true } })),
    responseStream: async () => read(await respond({ stream: true })),
    // The ways to have what a promise of the SDK brings.
    async withResponse() {
      const { data, response } = await chat().withResponse()
      return [data.id, response.status]
    },
    async asResponse() {
      const response = await chat().asResponse()
      return (await response.json()).id
    },
    async lazily() {
      const promise = chat()
      await new Promise((resolve) => setTimeout(resolve, 50))
      return (await promise).id
    },
    async promise() {
      const call = chat()
      return [call instanceof APIPromise, (await call).id]
    },
    parse: () =>
      client.chat.completions.parse({ model: 'gpt-4o', messages }).then(({ choices }) => choices[0].message.content),
    parseLimited: () => failing(client.chat.completions.parse({ model: 'limited', messages })),
    parseRaw: () =>
      client.chat.completions
        .parse({ model: 'gpt-4o', messages })
        .asResponse()
        .then((it) => it.status),
    helper: async () => (await client.chat.completions.stream({ model: 'gpt-4o', messages }).finalChatCompletion()).id,
    responseHelper: async () => (await client.responses.stream({ model: 'gpt-4o', input: 'x' }).finalResponse()).id,
    // The ways to read a stream.
    async tee() {
      const [left, right] = (await chat('gpt-4o', { stream: true })).tee()
      return Promise.all([read(left), read(right)])
    },
    readable: async () => read((await chat('gpt-4o', { stream: true })).toReadableStream()),
    async break() {
      for await (const { id } of await chat('open', { stream: true })) return id
    },
    async abort() {
      const stream = await chat('open', { stream: true })
      let chunks = 0
      for await (const _ of stream) if (++chunks === 6) stream.controller.abort()
      return chunks
    },
    async abortUnread() {
      const stream = await chat('open', { stream: true })
      stream.controller.abort()
    },
    torn: () => failing(chat('torn', { stream: true }).then(read)),
    wrong: () => failing(chat('wrong', { stream: true }).then(read)),
    // Failures.
    limited: () => failing(chat('limited')),
    retried: () => chat('broken-once').then(({ id }) => id),
    broken: () => failing(chat('broken')),
    timeout: () => failing(chat('silent', {}, { timeout: 100, maxRetries: 0 })),
    async aborted() {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 50)
      return failing(chat('silent', {}, { signal: controller.signal }))
    },
    unreachable: () =>
      failing(
        new OpenAI({ ...options, baseURL: 'http://127.0.0.1:1', maxRetries: 0 }).chat.completions.create({
          model: 'gpt-4o',
          messages,
        }),
      ),
    throws: async () => {
      try {
        await client.chat.completions.create()
      } catch (error) {
        return error.constructor.name
      }
    },
    async unhandled() {
      const rejected = once(process, 'unhandledRejection')
      chat('broken')
      const [error] = await rejected
      return error.status
    },
    suppressed() {
      const key = Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING')
      return context.with(context.active().setValue(key, true), () => chat().then(({ id }) => id))
    },
    concurrent: () => Promise.all(['a', 'b', 'c'].map((each) => within(each, () => chat(each).then(() => each)))),
  }
  const results = {}
  for (const name of names.split(' ')) results[name] = (await within(name, cases[name])) ?? null
  console.log(JSON.stringify(results))
}
