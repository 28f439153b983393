// OpenTelemetry JS 2.x: npm install @opentelemetry/api@1.9 @opentelemetry/api-logs @opentelemetry/sdk-trace-node@2
// @opentelemetry/sdk-logs@0.223
import { logs } from '@opentelemetry/api-logs'
import { LoggerProvider } from '@opentelemetry/sdk-logs'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

export function startSdk({ resource, propagator, spanProcessors, logRecordProcessors }) {
  new NodeTracerProvider({ resource, spanProcessors }).register({ propagator })
  logs.setGlobalLoggerProvider(new LoggerProvider({ resource, processors: logRecordProcessors }))
}
