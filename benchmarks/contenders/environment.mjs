/**
 * Points an OpenTelemetry contender at the sink.
 *
 * Stock waits 5 s for a batch of spans and Heddle 1 s: here all wait 1 s, so that no contender pays
 * for the delay of another. Metrics are off, as Heddle has none.
 *
 * @param {'http/protobuf' | 'grpc'} protocol
 */
export const openTelemetry = (protocol) => (sink) => ({
  OTEL_SERVICE_NAME: 'bench',
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${protocol === 'grpc' ? sink.grpcPort : sink.httpPort}`,
  OTEL_TRACES_EXPORTER: 'otlp',
  OTEL_LOGS_EXPORTER: 'otlp',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_BSP_SCHEDULE_DELAY: '1000',
  OTEL_BLRP_SCHEDULE_DELAY: '1000',
})
