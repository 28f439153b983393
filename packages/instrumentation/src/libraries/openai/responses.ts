import { propertyOf, textOf } from '../../http-semantics/span-error'
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
import { answerFacts, outputType, providerOf, sampling } from './api'

export const RESPONSES: Api = {
  operation: 'chat',
  provider: providerOf,
  request(body) {
    return {
      ...sampling(body),
      'gen_ai.request.max_tokens': propertyOf(body, 'max_output_tokens'),
      'gen_ai.output.type': outputType(deepOf(body, 'text', 'format')),
      'gen_ai.conversation.id': conversationOf(body),
      'openai.api.type': 'responses',
    }
  },
  content(body) {
    const input = propertyOf(body, 'input')
    const instructions = textOf(body, 'instructions')
    const messages =
      typeof input === 'string' ? [{ role: 'user', parts: [textPart(input)] }] : listOf(input).map(messageOf)
    return {
      ...contentOf('gen_ai.input.messages', messages),
      ...(instructions && contentOf('gen_ai.system_instructions', [textPart(instructions)])),
    }
  },
  answer: (recordsContent) => new ResponseAnswer(recordsContent),
}

class ResponseAnswer implements Answer {
  readonly #recordsContent: boolean
  #response: unknown

  constructor(recordsContent: boolean) {
    this.#recordsContent = recordsContent
  }

  /** Events of a stream tell of the whole response as it begins and as it ends. */
  read(part: unknown): void {
    const response = propertyOf(part, 'response') ?? part
    if (propertyOf(response, 'object') === 'response') this.#response = response
  }

  attributes() {
    const response = this.#response
    const usage = propertyOf(response, 'usage')
    const finishReason = finishReasonOf(response)
    return {
      ...recordable({
        ...answerFacts(response),
        'gen_ai.conversation.id': conversationOf(response),
        'gen_ai.response.finish_reasons': finishReason && [finishReason],
        'gen_ai.usage.input_tokens': propertyOf(usage, 'input_tokens'),
        'gen_ai.usage.output_tokens': propertyOf(usage, 'output_tokens'),
        'gen_ai.usage.cache_read.input_tokens': deepOf(usage, 'input_tokens_details', 'cached_tokens'),
        'gen_ai.usage.reasoning.output_tokens': deepOf(usage, 'output_tokens_details', 'reasoning_tokens'),
      }),
      ...(this.#recordsContent && response !== undefined && contentOf('gen_ai.output.messages', [outputOf(response)])),
    }
  }

  failure(): string | undefined {
    if (propertyOf(this.#response, 'status') !== 'failed') return undefined
    return textOf(propertyOf(this.#response, 'error'), 'code') ?? '_OTHER'
  }
}

/** `status` while it goes on is no reason to finish. */
function finishReasonOf(response: unknown): unknown {
  const status = propertyOf(response, 'status')
  const isOpen = status === 'in_progress' || status === 'queued'
  return deepOf(response, 'incomplete_details', 'reason') ?? (isOpen ? undefined : status)
}

function conversationOf(value: unknown): unknown {
  const conversation = propertyOf(value, 'conversation')
  return typeof conversation === 'string' ? conversation : propertyOf(conversation, 'id')
}

/** All items of the output are one answer. */
function outputOf(response: unknown): Part {
  const parts = listOf(propertyOf(response, 'output')).flatMap(itemParts)
  return { role: 'assistant', parts, finish_reason: finishReasonOf(response) ?? '' }
}

function messageOf(item: unknown): Part {
  const ownRole = typeOf(item) === 'function_call_output' ? 'tool' : 'assistant'
  return { role: propertyOf(item, 'role') ?? ownRole, parts: itemParts(item) }
}

function itemParts(item: unknown): Part[] {
  const id = propertyOf(item, 'call_id')
  if (typeOf(item) === 'function_call') return [toolCall(id, propertyOf(item, 'name'), propertyOf(item, 'arguments'))]
  if (typeOf(item) === 'function_call_output') return [toolResponse(id, propertyOf(item, 'output'))]
  const content = propertyOf(item, 'content')
  return content === undefined || content === null ? [item as Part] : partsOf(content, convertPart)
}

function convertPart(part: unknown): Part | undefined {
  if (/^(?:input|output)_text$/.test(typeOf(part))) return textPart(propertyOf(part, 'text'))
  return typeOf(part) === 'input_image' ? imagePart(propertyOf(part, 'image_url')) : undefined
}
