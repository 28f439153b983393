/** The conventions' names of providers, by those of the SDK's packages. */
const PROVIDERS: readonly (readonly [beginning: string, provider: string])[] = [
  ['azure', 'azure.ai.openai'],
  ['amazon-bedrock', 'aws.bedrock'],
  ['bedrock', 'aws.bedrock'],
  ['google.vertex', 'gcp.vertex_ai'],
  ['vertex', 'gcp.vertex_ai'],
  ['google', 'gcp.gemini'],
  ['mistral', 'mistral_ai'],
  ['xai', 'x_ai'],
]

/** @param name - of a model's provider, such as `openai.chat` */
export function providerOf(name = '_OTHER'): string {
  const known = PROVIDERS.find(([beginning]) => name.startsWith(beginning))
  return known === undefined ? name.split('.')[0]! : known[1]
}
