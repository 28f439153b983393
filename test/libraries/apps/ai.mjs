import { context, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('app')
const within = (name, run) => tracer.startActiveSpan(name, (span) => Promise.resolve(run()).finally(() => span.end()))

const USAGE = {
  inputTokens: { total: 10, noCache: 6, cacheRead: 4, cacheWrite: 0 },
  outputTokens: { total: 5, text: 3, reasoning: 2 },
}
const TOOL_CALL = { type: 'tool-call', toolCallId: 'call_1', toolName: 'weather', input: '{"city":"secret"}' }
const finish = (reason) => ({ finishReason: { unified: reason, raw: reason }, usage: USAGE })
const response = { id: 'resp_1', modelId: 'model-1', timestamp: new Date(0) }

/** A model that asks for the weather first, if there is a tool for it, as a provider's package makes them. */
class Model {
  supportedUrls = {}
  #calls = 0

  constructor(modelId, specificationVersion) {
    this.modelId = modelId
    this.specificationVersion = specificationVersion
  }

  get provider() {
    return 'openai.chat'
  }

  async doGenerate({ tools }) {
    await fetch(process.env.MODEL_URL)
    if (this.modelId === 'limited') throw Object.assign(new Error('secret'), { statusCode: 429 })
    const isToolCall = tools?.length > 0 && this.#calls++ === 0
    const content = isToolCall ? [TOOL_CALL] : [{ type: 'text', text: 'secret' }]
    return { content, ...finish(isToolCall ? 'tool-calls' : 'stop'), response, warnings: [] }
  }

  async doStream({ tools }) {
    await fetch(process.env.MODEL_URL)
    const isToolCall = tools?.length > 0 && this.#calls++ === 0
    const text = [
      { type: 'text-start', id: '1' },
      { type: 'text-delta', id: '1', delta: 'sec' },
      { type: 'text-delta', id: '1', delta: 'ret' },
      { type: 'text-end', id: '1' },
    ]
    const parts = [
      { type: 'stream-start', warnings: [] },
      { type: 'response-metadata', ...response },
      ...(isToolCall ? [TOOL_CALL] : text),
      ...(this.modelId === 'open' ? [] : [{ type: 'finish', ...finish(isToolCall ? 'tool-calls' : 'stop') }]),
    ]
    const stream = new ReadableStream({
      start: (controller) => {
        for (const part of parts) controller.enqueue(part)
        if (this.modelId === 'torn') controller.error(new TypeError('torn'))
        else if (this.modelId !== 'open') controller.close()
      },
    })
    return { stream }
  }
}

class EmbeddingModel {
  specificationVersion = 'v3'
  provider = 'openai.embedding'
  modelId = 'embed'
  maxEmbeddingsPerCall = 1
  supportsParallelCalls = false

  async doEmbed({ values }) {
    return { embeddings: values.map(() => [0.25]), usage: { tokens: 3 }, warnings: [] }
  }
}

/**
 * Runs cases, each in a span of its name, one after the other.
 *
 * @param version - of the specification of models that the SDK has
 */
export async function run(ai, version, names, { z, OpenTelemetry }) {
  const modelOf = (id) => new Model(id, version)
  const weather = (execute) => ({ weather: ai.tool({ inputSchema: z.object({ city: z.string() }), execute }) })
  const sunny = weather(async ({ city }) => {
    tracer.startSpan('work').end()
    return `sunny in ${city}`
  })
  const ask = (model, more) => ({ model, prompt: 'secret', maxRetries: 0, onError() {}, ...more })
  const generate = (more, model = modelOf('gpt-4o')) => ai.generateText(ask(model, more))
  const stream = (more, model = modelOf('gpt-4o')) => ai.streamText(ask(model, more))
  const twoSteps = (tools) => ({ tools, stopWhen: ai.stepCountIs?.(3) ?? ai.isStepCount(3) })
  const failing = (call) => call.then(String, (error) => error.name)

  const cases = {
    generate: async () =>
      (await generate({ maxOutputTokens: 7, temperature: 0.5, topP: 0.9, topK: 3, seed: 1, stopSequences: ['END'] }))
        .text,
    stream: async () => stream().text,
    embed: async () => (await ai.embed({ model: new EmbeddingModel(), value: 'secret' })).embedding,
    tools: async () => (await generate(twoSteps(sunny))).text,
    streamTools: async () => stream(twoSteps(sunny)).text,
    async preliminary() {
      async function* execute() {
        yield 'cloudy'
        tracer.startSpan('work').end()
        yield 'sunny'
      }
      return (await generate(twoSteps(weather(execute)))).steps[0].toolResults[0].output
    },
    async toolError() {
      const execute = () => {
        throw new RangeError('secret')
      }
      return (await generate(twoSteps(weather(execute)))).text
    },
    async same() {
      const model = modelOf('gpt-4o')
      const seen = []
      const prepareStep = (step) => seen.push(step.model === model) && {}
      await generate({ prepareStep }, model)
      return seen
    },
    frozen: async () => (await generate({}, Object.freeze(modelOf('frozen')))).text,
    async middleware() {
      const model = modelOf('gpt-4o')
      await generate({}, model)
      const wrapped = ai.wrapLanguageModel({ model, middleware: { specificationVersion: 'v3' } })
      return (await generate({}, wrapped)).text
    },
    async left() {
      for await (const text of stream({}, modelOf('open')).textStream) return text
    },
    torn: () => failing(stream({}, modelOf('torn')).text),
    limited: () => failing(generate({}, modelOf('limited'))),
    async ownTelemetry() {
      if (OpenTelemetry === undefined)
        return (await generate({ ...twoSteps(sunny), experimental_telemetry: { isEnabled: true } })).text
      return (await generate({ ...twoSteps(sunny), telemetry: { integrations: [new OpenTelemetry()] } })).text
    },
    suppressed: () =>
      context.with(context.active().setValue(Symbol.for('OpenTelemetry SDK Context Key SUPPRESS_TRACING'), true), () =>
        generate().then(({ text }) => text),
      ),
  }
  const results = {}
  for (const name of names.split(' ')) results[name] = (await within(name, cases[name])) ?? null
  console.log(JSON.stringify(results))
}
