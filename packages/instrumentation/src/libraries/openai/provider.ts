import { propertyOf, textOf } from '../../http-semantics/span-error'
import { serverOf } from '../gen-ai/attributes'

/** Hosts that speak OpenAI's API, by the ends of their names. */
const PROVIDERS = [
  ['.openai.azure.com', 'azure.ai.openai'],
  ['.services.ai.azure.com', 'azure.ai.inference'],
  ['.amazonaws.com', 'aws.bedrock'],
  ['aiplatform.googleapis.com', 'gcp.vertex_ai'],
  ['generativelanguage.googleapis.com', 'gcp.gemini'],
  ['api.cohere.ai', 'cohere'],
  ['api.deepseek.com', 'deepseek'],
  ['api.groq.com', 'groq'],
  ['api.mistral.ai', 'mistral_ai'],
  ['api.perplexity.ai', 'perplexity'],
  ['api.x.ai', 'x_ai'],
] as const

/** `gen_ai.provider.name`: by the host, or by the class of the client, which alone has a version of the API. */
export function providerOf(client: unknown): string {
  const { 'server.address': host } = serverOf(propertyOf(client, 'baseURL'))
  const known = PROVIDERS.find(([end]) => String(host).endsWith(end))
  if (known !== undefined) return known[1]
  return textOf(client, 'apiVersion') === undefined ? 'openai' : 'azure.ai.openai'
}
