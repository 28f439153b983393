import type { Attributes } from '@opentelemetry/api'
import { errorType, propertyOf, textOf } from '../../http-semantics/span-error'
import { recordable } from '../gen-ai/attributes'
import {
  contentOf,
  deepOf,
  listOf,
  longer,
  type Part,
  partsOf,
  textPart,
  toolCall,
  toolResponse,
  typeOf,
} from '../gen-ai/content'
import type { Answer } from '../gen-ai/model-call'

const MAX_PARTS = 128

/** What a language model has generated, whole or in the parts of a stream, whose texts are one. */
export class GeneratedAnswer implements Answer {
  readonly #recordsContent: boolean
  readonly #parts: Part[] = []
  #text = ''
  #facts: Attributes = {}
  #finishReason: string | undefined
  #failure: string | undefined

  constructor(recordsContent: boolean) {
    this.#recordsContent = recordsContent
  }

  read(part: unknown): void {
    const type = typeOf(part)
    if (type === 'response-metadata') this.#know(part, undefined)
    else if (type === 'error') this.#failure = errorType(propertyOf(part, 'error'))
    else if (type === '' || type === 'finish') this.#finish(part)
    if (!this.#recordsContent) return
    if (type === 'text-delta') this.#text = longer(this.#text, textOf(part, 'delta'))
    if (type === 'tool-call') this.#add(part)
    for (const each of listOf(propertyOf(part, 'content'))) this.#add(each)
  }

  attributes(): Attributes {
    const reason = this.#finishReason
    return {
      ...this.#facts,
      ...recordable({ 'gen_ai.response.finish_reasons': reason && [reason] }),
      ...(this.#recordsContent && this.#output()),
    }
  }

  failure(): string | undefined {
    return this.#failure
  }

  #output(): Attributes {
    const parts = [...(this.#text === '' ? [] : [textPart(this.#text)]), ...this.#parts]
    if (parts.length === 0) return {}
    const reason = this.#finishReason === 'tool-calls' ? 'tool_call' : this.#finishReason
    return contentOf('gen_ai.output.messages', [{ role: 'assistant', parts, finish_reason: reason ?? '' }])
  }

  #finish(part: unknown): void {
    const reason = propertyOf(part, 'finishReason')
    this.#finishReason = typeof reason === 'string' ? reason : textOf(reason, 'unified')
    this.#know(propertyOf(part, 'response'), propertyOf(part, 'usage'))
  }

  #know(response: unknown, usage: unknown): void {
    this.#facts = {
      ...this.#facts,
      ...recordable({
        'gen_ai.response.id': propertyOf(response, 'id'),
        'gen_ai.response.model': propertyOf(response, 'modelId'),
      }),
      ...usageOf(usage),
    }
  }

  #add(part: unknown): void {
    if (this.#parts.length < MAX_PARTS) this.#parts.push(partOf(part) ?? (part as Part))
  }
}

export class EmbeddingAnswer implements Answer {
  #attributes: Attributes = {}

  read(answer: unknown): void {
    this.#attributes = recordable({ 'gen_ai.usage.input_tokens': deepOf(answer, 'usage', 'tokens') })
  }

  attributes(): Attributes {
    return this.#attributes
  }
}

/** In the specification of models before its third version the numbers are not divided. */
function usageOf(usage: unknown): Attributes {
  const [input, output] = [propertyOf(usage, 'inputTokens'), propertyOf(usage, 'outputTokens')]
  return recordable({
    'gen_ai.usage.input_tokens': propertyOf(input, 'total') ?? input,
    'gen_ai.usage.output_tokens': propertyOf(output, 'total') ?? output,
    'gen_ai.usage.cache_read.input_tokens': propertyOf(input, 'cacheRead') ?? propertyOf(usage, 'cachedInputTokens'),
    'gen_ai.usage.cache_creation.input_tokens': propertyOf(input, 'cacheWrite'),
    'gen_ai.usage.reasoning.output_tokens': propertyOf(output, 'reasoning') ?? propertyOf(usage, 'reasoningTokens'),
  })
}

/** The messages of a call of a language model. */
export function promptOf(options: unknown): Attributes {
  const messages = listOf(propertyOf(options, 'prompt')).map((message) => ({
    role: propertyOf(message, 'role'),
    parts: partsOf(propertyOf(message, 'content'), partOf),
  }))
  return contentOf('gen_ai.input.messages', messages)
}

function partOf(part: unknown): Part | undefined {
  const id = propertyOf(part, 'toolCallId')
  switch (typeOf(part)) {
    case 'text':
      return textPart(propertyOf(part, 'text'))
    case 'reasoning':
      return { type: 'reasoning', content: propertyOf(part, 'text') }
    case 'tool-call':
      return toolCall(id, propertyOf(part, 'toolName'), propertyOf(part, 'input'))
    case 'tool-result':
      return toolResponse(id, propertyOf(part, 'output'))
    default:
      return undefined
  }
}
