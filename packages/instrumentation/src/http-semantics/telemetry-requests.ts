/**
 * Paths of requests that an APM's agent or an exporter sends: OTLP over HTTP, Sentry's envelopes,
 * Datadog's agent, Elastic's APM Server, New Relic's collector, Zipkin. One expression, since it is
 * tested for every POST.
 */
const PATH =
  /^\/(?:(?:[^?]*\/)?(?:v1\/(?:traces|logs|metrics|profiles)$|api\/\d+\/(?:envelope|store)\/(?:\?|$)|intake\/v2\/|config\/v1\/agents)|v0\.\d+\/(?:traces|config|stats|pipeline_stats)$|telemetry\/proxy\/|evp_proxy\/|agent_listener\/invoke_raw_method|api\/v[12]\/spans$)/

/** What Elastic's agent asks the APM Server for, as any client may ask any server. */
const ELASTIC_GET = /^\/(?:(?:[^?]*\/)?config\/v1\/agents)?(?:\?|$)/
const ELASTIC_AGENT = /^(?:elasticapm-|apm-agent-)/

/** Texts that no other client would send. */
const UNMISTAKABLE = /sentry_key=|^\/v0\.7\/config$/

/** Headers that identify agents and exporters whose path could be anybody's. */
const HEADERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['user-agent', /^(?:OTel-OTLP|OTel OTLP|opentelemetry-|dd-trace|sentry\.|elasticapm-|apm-agent-|NewRelic-)/i],
  ['content-type', /^application\/(?:x-protobuf|x-sentry-envelope|x-ndjson|msgpack)/i],
  ['datadog-meta-lang', /./],
  ['dd-client-library-language', /./],
  ['x-sentry-auth', /./],
]

/**
 * Whether an outgoing request carries telemetry: another exporter's, Sentry's, Datadog's. It is
 * sent beside the app, at times of its own and in the context of any request in flight; its CLIENT
 * span would be noise in a trace of the app. Most such senders suppress tracing themselves; the
 * others are recognised by path and headers.
 *
 * @param path - with its query
 * @param readHeader - takes a header's name in lower case
 */
export function reportsTelemetry(method: string, path: string, readHeader: (name: string) => unknown): boolean {
  if (method === 'GET') return ELASTIC_GET.test(path) && ELASTIC_AGENT.test(String(readHeader('user-agent') ?? ''))
  if ((method !== 'POST' && method !== 'PUT') || !PATH.test(path)) return false
  return UNMISTAKABLE.test(path) || HEADERS.some(([name, pattern]) => pattern.test(String(readHeader(name) ?? '')))
}
