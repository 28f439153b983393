import { propertyOf } from '../../http-semantics/span-error'
import { recordable } from '../gen-ai/attributes'
import {
  contentOf,
  deepOf,
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
import { providerAt } from '../gen-ai/providers'
import { Blocks } from './blocks'

/** `messages`, of `beta` too. */
export const MESSAGES: Api = {
  operation: 'chat',
  provider: (client) => providerAt(propertyOf(client, 'baseURL')) ?? 'anthropic',
  request: (body) => ({
    'gen_ai.request.max_tokens': propertyOf(body, 'max_tokens'),
    'gen_ai.request.temperature': propertyOf(body, 'temperature'),
    'gen_ai.request.top_p': propertyOf(body, 'top_p'),
    'gen_ai.request.top_k': propertyOf(body, 'top_k'),
    'gen_ai.request.stop_sequences': propertyOf(body, 'stop_sequences'),
  }),
  content: (body) => ({
    ...contentOf('gen_ai.system_instructions', partsOf(propertyOf(body, 'system'), convertPart)),
    ...contentOf(
      'gen_ai.input.messages',
      listOf(propertyOf(body, 'messages')).map((message) => ({
        role: propertyOf(message, 'role'),
        parts: partsOf(propertyOf(message, 'content'), convertPart),
      })),
    ),
  }),
  answer: (recordsContent) => new MessageAnswer(recordsContent),
}

/** A message, or the events of one: `message_start` has it as it begins, `message_delta` what has changed. */
class MessageAnswer implements Answer {
  readonly #recordsContent: boolean
  readonly #blocks = new Blocks()
  #facts = {}
  #usage = {}
  #finishReason: unknown

  constructor(recordsContent: boolean) {
    this.#recordsContent = recordsContent
  }

  read(part: unknown): void {
    const message = propertyOf(part, 'message') ?? part
    if (typeOf(message) === 'message')
      this.#facts = recordable({
        'gen_ai.response.id': propertyOf(message, 'id'),
        'gen_ai.response.model': propertyOf(message, 'model'),
      })
    this.#finishReason =
      propertyOf(message, 'stop_reason') ?? deepOf(part, 'delta', 'stop_reason') ?? this.#finishReason
    const usage = propertyOf(message, 'usage')
    if (typeof usage === 'object') this.#usage = { ...this.#usage, ...recordable({ ...usage }) }
    if (this.#recordsContent) this.#blocks.read(part)
  }

  attributes() {
    const reason = this.#finishReason
    return {
      ...this.#facts,
      ...usageOf(this.#usage),
      ...recordable({ 'gen_ai.response.finish_reasons': reason && [reason] }),
      ...(this.#recordsContent && this.#output()),
    }
  }

  #output() {
    const blocks = this.#blocks.all()
    if (blocks.length === 0) return {}
    const reason = this.#finishReason === 'tool_use' ? 'tool_call' : this.#finishReason
    const parts = partsOf(blocks, convertPart)
    return contentOf('gen_ai.output.messages', [{ role: 'assistant', parts, finish_reason: reason ?? '' }])
  }
}

/** The tokens of the cache are no part of the provider's own number. */
function usageOf(usage: {
  readonly input_tokens?: number
  readonly output_tokens?: number
  readonly cache_read_input_tokens?: number
  readonly cache_creation_input_tokens?: number
}) {
  const { input_tokens: input, cache_read_input_tokens: read, cache_creation_input_tokens: written } = usage
  return recordable({
    'gen_ai.usage.input_tokens': input === undefined ? undefined : input + (read ?? 0) + (written ?? 0),
    'gen_ai.usage.output_tokens': usage.output_tokens,
    'gen_ai.usage.cache_read.input_tokens': read,
    'gen_ai.usage.cache_creation.input_tokens': written,
  })
}

function convertPart(block: unknown): Part | undefined {
  switch (typeOf(block)) {
    case 'text':
      return textPart(propertyOf(block, 'text'))
    case 'thinking':
      return { type: 'reasoning', content: propertyOf(block, 'thinking') }
    case 'tool_use':
      return toolCall(propertyOf(block, 'id'), propertyOf(block, 'name'), propertyOf(block, 'input'))
    case 'tool_result':
      return toolResponse(propertyOf(block, 'tool_use_id'), propertyOf(block, 'content'))
    case 'image': {
      const url = deepOf(block, 'source', 'url')
      return url === undefined ? undefined : imagePart(url)
    }
    default:
      return undefined
  }
}
