/**
 * Paths of requests that an APM's agent or an exporter sends: OTLP over HTTP, Sentry's envelopes, Datadog's agent, Elastic's APM Server, New Relic's
 * collector, Zipkin. One expression, since it is asked for every POST.
 */
const PATH =
  /^\/(?:(?:[^?]*\/)?(?:v1\/(?:traces|logs|metrics|profiles)$|api\/\d+\/(?:envelope|store)\/(?:\?|$)|intake\/v2\/|config\/v1\/agents)|v0\.\d+\/(?:traces|config|stats|pipeline_stats)$|telemetry\/proxy\/|evp_proxy\/|agent_listener\/invoke_raw_method|api\/v[12]\/spans$)/

/** What nobody else would send. */
const UNMISTAKABLE = /sentry_key=|^\/v0\.7\/config$/

/** The headers by which agents and exporters are known, where the path could be anyone's. */
const HEADERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['user-agent', /^(?:OTel-OTLP|OTel OTLP|opentelemetry-|dd-trace|sentry\.|elasticapm-|apm-agent-|NewRelic-)/i],
  ['content-type', /^application\/(?:x-protobuf|x-sentry-envelope|x-ndjson|msgpack)/i],
  ['datadog-meta-lang', /./],
  ['dd-client-library-language', /./],
  ['x-sentry-auth', /./],
]

/**
 * Whether an outgoing request reports telemetry: another exporter's, Sentry's, Datadog's. Something beside the app sends it, at times of its own and
 * in the context of whichever request was under way; as a CLIENT span it would be noise in a trace of the app. Most such senders suppress tracing
 * by themselves; the others are known by their path and their headers.
 *
 * @param path - with its query
 * @param readHeader - by its name in lower case
 */
export function reportsTelemetry(method: string, path: string, readHeader: (name: string) => unknown): boolean {
  if ((method !== 'POST' && method !== 'PUT') || !PATH.test(path)) return false
  return UNMISTAKABLE.test(path) || HEADERS.some(([name, pattern]) => pattern.test(String(readHeader(name) ?? '')))
}
