import { propertyOf, textOf } from '../../http-semantics/span-error'
import { deepOf } from '../gen-ai/content'
import { providerAt } from '../gen-ai/providers'

/** The class of the client for Azure alone has a version of the API. */
export function providerOf(client: unknown): string {
  const ownProvider = textOf(client, 'apiVersion') === undefined ? 'openai' : 'azure.ai.openai'
  return providerAt(propertyOf(client, 'baseURL')) ?? ownProvider
}

/** What a request says of how to generate a text, by the same names in each API. */
export function sampling(body: unknown): Readonly<Record<string, unknown>> {
  const tier = propertyOf(body, 'service_tier')
  return {
    'gen_ai.request.temperature': propertyOf(body, 'temperature'),
    'gen_ai.request.top_p': propertyOf(body, 'top_p'),
    'openai.request.service_tier': tier === 'auto' ? undefined : tier,
  }
}

/** The facts about an answer that each API gives by the same names. */
export function answerFacts(answer: unknown): Readonly<Record<string, unknown>> {
  return {
    'gen_ai.response.id': propertyOf(answer, 'id'),
    'gen_ai.response.model': propertyOf(answer, 'model'),
    'openai.response.service_tier': propertyOf(answer, 'service_tier'),
    'openai.response.system_fingerprint': propertyOf(answer, 'system_fingerprint'),
  }
}

/** The usage of `chat.completions`, `completions` and `embeddings`. */
export function completionUsage(usage: unknown): Readonly<Record<string, unknown>> {
  return {
    'gen_ai.usage.input_tokens': propertyOf(usage, 'prompt_tokens'),
    'gen_ai.usage.output_tokens': propertyOf(usage, 'completion_tokens'),
    'gen_ai.usage.cache_read.input_tokens': deepOf(usage, 'prompt_tokens_details', 'cached_tokens'),
    'gen_ai.usage.reasoning.output_tokens': deepOf(usage, 'completion_tokens_details', 'reasoning_tokens'),
  }
}

/** `gen_ai.output.type` of a `response_format`, or of the `format` of a text. */
export function outputType(format: unknown): string | undefined {
  const type = propertyOf(format, 'type')
  if (type === 'json_object' || type === 'json_schema') return 'json'
  return type === 'text' ? type : undefined
}
