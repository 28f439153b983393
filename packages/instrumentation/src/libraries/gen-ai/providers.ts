import { serverOf } from './attributes'

/** Hosts that speak the API of another provider, by the ends of their names. */
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

/** `gen_ai.provider.name` of a client, if its host is known. */
export function providerAt(baseURL: unknown): string | undefined {
  const host = String(serverOf(baseURL)['server.address'])
  return PROVIDERS.find(([end]) => host.endsWith(end))?.[1]
}
