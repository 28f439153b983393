import { propertyOf } from '../../http-semantics/span-error'
import { recordable } from '../gen-ai/attributes'
import {
  contentOf,
  imagePart,
  listOf,
  type Part,
  partsOf,
  textPart,
  toolCall,
  toolResponse,
  typeOf,
} from '../gen-ai/content'
import type { Api } from '../gen-ai/create'
import type { Answer } from '../gen-ai/model-call'
import { answerFacts, completionUsage, outputType, providerOf, sampling } from './api'
import { Choices } from './choices'

export const CHAT: Api = {
  operation: 'chat',
  provider: providerOf,
  request: (body) => ({
    ...completionRequest(body),
    'gen_ai.output.type': outputType(propertyOf(body, 'response_format')),
    'openai.api.type': 'chat_completions',
  }),
  content: (body) => contentOf('gen_ai.input.messages', listOf(propertyOf(body, 'messages')).map(messageOf)),
  answer: (recordsContent) => new CompletionAnswer(recordsContent),
}

/** `completions`, the API before `chat.completions`. */
export const COMPLETIONS: Api = {
  operation: 'text_completion',
  provider: providerOf,
  request: completionRequest,
  content(body) {
    const prompt = propertyOf(body, 'prompt')
    const prompts = typeof prompt === 'string' ? [prompt] : listOf(prompt)
    return contentOf(
      'gen_ai.input.messages',
      prompts.map((each) => ({ role: 'user', parts: [textPart(each)] })),
    )
  },
  answer: (recordsContent) => new CompletionAnswer(recordsContent),
}

export const EMBEDDINGS: Api = {
  operation: 'embeddings',
  provider: providerOf,
  request(body) {
    const format = propertyOf(body, 'encoding_format')
    return {
      'gen_ai.embeddings.dimension.count': propertyOf(body, 'dimensions'),
      'gen_ai.request.encoding_formats': format && [format],
    }
  },
  answer: () => new CompletionAnswer(false),
}

function completionRequest(body: unknown): Readonly<Record<string, unknown>> {
  const stop = propertyOf(body, 'stop')
  const count = propertyOf(body, 'n')
  return {
    ...sampling(body),
    'gen_ai.request.max_tokens': propertyOf(body, 'max_completion_tokens') ?? propertyOf(body, 'max_tokens'),
    'gen_ai.request.choice.count': count === 1 ? undefined : count,
    'gen_ai.request.seed': propertyOf(body, 'seed'),
    'gen_ai.request.frequency_penalty': propertyOf(body, 'frequency_penalty'),
    'gen_ai.request.presence_penalty': propertyOf(body, 'presence_penalty'),
    'gen_ai.request.stop_sequences': typeof stop === 'string' ? [stop] : stop,
  }
}

class CompletionAnswer implements Answer {
  readonly #recordsContent: boolean
  readonly #choices: Choices
  #facts = {}

  constructor(recordsContent: boolean) {
    this.#recordsContent = recordsContent
    this.#choices = new Choices(recordsContent)
  }

  read(part: unknown): void {
    const usage = completionUsage(propertyOf(part, 'usage'))
    this.#facts = { ...this.#facts, ...recordable({ ...answerFacts(part), ...usage }) }
    for (const choice of listOf(propertyOf(part, 'choices'))) this.#choices.read(choice)
  }

  attributes() {
    return {
      ...this.#facts,
      ...recordable({ 'gen_ai.response.finish_reasons': this.#choices.finishReasons() }),
      ...(this.#recordsContent && contentOf('gen_ai.output.messages', this.#choices.messages())),
    }
  }
}

function messageOf(message: unknown): Part {
  const role = propertyOf(message, 'role')
  const content = propertyOf(message, 'content')
  if (role === 'tool') return { role, parts: [toolResponse(propertyOf(message, 'tool_call_id'), content)] }
  const calls = listOf(propertyOf(message, 'tool_calls')).map((call) => {
    const called = propertyOf(call, 'function')
    return toolCall(propertyOf(call, 'id'), propertyOf(called, 'name'), propertyOf(called, 'arguments'))
  })
  return { role, parts: [...partsOf(content, convertPart), ...calls] }
}

function convertPart(part: unknown): Part | undefined {
  if (typeOf(part) === 'text') return textPart(propertyOf(part, 'text'))
  return typeOf(part) === 'image_url' ? imagePart(propertyOf(propertyOf(part, 'image_url'), 'url')) : undefined
}
