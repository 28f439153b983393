/** Patterns of messages, and what to do about the most frequent cause. The first match counts. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /wrong version number|EPROTO|packet length too long/i,
    'the collector speaks without TLS there: begin the endpoint with http://, or set OTEL_EXPORTER_OTLP_INSECURE=true for host:port',
  ],
  [/answer is TLS|HTTP request to an HTTPS server/i, 'that port speaks TLS: begin the endpoint with https://'],
  [
    /answer is HTTP\/2/,
    'that port speaks gRPC: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc, or use the HTTP port, usually 4318',
  ],
  [
    /answer is (?:not HTTP|a web page)/,
    'is that port a collector’s? It usually takes HTTP on port 4318 and gRPC on port 4317',
  ],
  [
    /Protocol error|HTTP\/2 error|Received HTTP\/1/i,
    'that port speaks HTTP: set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or use the gRPC port, usually 4317',
  ],
  [
    /socket hang up|closed without an answer|Connection dropped|ECONNRESET|Failed to connect/,
    'the connection was closed: if that port speaks TLS, begin the endpoint with https://; behind a proxy, see its log',
  ],
  [
    /\bHTTP 404\b/,
    'is the path right? A signal’s own endpoint is used as it is; only a general one gets /v1/traces and /v1/logs',
  ],
  [
    /\bHTTP 3\d\d\b/,
    'no redirect is followed, lest telemetry and its credentials go where nobody sent them: set the endpoint to where it points',
  ],
  [
    /\bHTTP 40[13]\b|\bgRPC (?:PERMISSION_DENIED|UNAUTHENTICATED)\b/,
    'the collector does not accept who is asking: see OTEL_EXPORTER_OTLP_HEADERS and the client certificate',
  ],
  [
    /\bHTTP 413\b|larger than max/,
    'the collector takes only smaller requests: lower the maximum size of a batch, or raise its limit',
  ],
  [/\bHTTP 415\b/, 'the collector does not take this encoding: see OTEL_EXPORTER_OTLP_PROTOCOL'],
  [/\bgRPC UNIMPLEMENTED\b/, 'the collector has no OTLP receiver for this signal on that port'],
  [/ECONNREFUSED/, 'nothing listens there: is the collector running, and its host and port right?'],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/i, 'that name is not known: is the endpoint’s host right?'],
  [/certificate has expired|CERT_HAS_EXPIRED/, 'the collector’s certificate has expired: have it renewed'],
  [
    /does not match certificate|ALTNAME_INVALID/,
    'the collector’s certificate is for another name: use a host name that it holds in the endpoint',
  ],
  [
    /self.signed|unable to (?:get|verify)|CERT_/i,
    'its certificate is not trusted: name its authority in OTEL_EXPORTER_OTLP_CERTIFICATE',
  ],
  [
    /no answer within|no end of it within|Deadline exceeded/i,
    'the collector took the connection and did not answer in time: is it overloaded, or is there a firewall between?',
  ],
]

/** One sentence on what to do about a failure, if its message tells. */
export function adviceFor(message: string): string | undefined {
  return ADVICE.find(([pattern]) => pattern.test(message))?.[1]
}
