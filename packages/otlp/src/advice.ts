/** What most often is behind an answer, and what to do. The first that matches counts. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /wrong version number|EPROTO|packet length too long/i,
    'the collector speaks without TLS there: begin the endpoint with http://, or set OTEL_EXPORTER_OTLP_INSECURE=true for host:port',
  ],
  [
    /Expected HTTP\//,
    'that port speaks gRPC: set OTEL_EXPORTER_OTLP_PROTOCOL=grpc, or use the HTTP port, usually 4318',
  ],
  [
    /Protocol error|HTTP\/2 error|Received HTTP\/1/i,
    'that port speaks HTTP: set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, or use the gRPC port, usually 4317',
  ],
  [
    /\bHTTP 404\b/,
    'is the path right? A signal’s own endpoint is used as it is; only a general one gets /v1/traces and /v1/logs',
  ],
  [
    /\bHTTP 40[13]\b|\bgRPC (?:7|16):/,
    'the collector does not accept who is asking: see OTEL_EXPORTER_OTLP_HEADERS and the client certificate',
  ],
  [/\bgRPC 12:/, 'the collector has no OTLP receiver for this signal on that port'],
  [/ECONNREFUSED/, 'nothing listens there: is the collector running, and its host and port right?'],
  [/ENOTFOUND|EAI_AGAIN|Name resolution failed/i, 'that name is not known: is the endpoint’s host right?'],
  [
    /self.signed|unable to (?:get|verify)|CERT_/i,
    'its certificate is not trusted: name its authority in OTEL_EXPORTER_OTLP_CERTIFICATE',
  ],
]

/** One sentence on what to do about a failure, if its message tells. */
export function adviceFor(message: string): string | undefined {
  return ADVICE.find(([pattern]) => pattern.test(message))?.[1]
}
