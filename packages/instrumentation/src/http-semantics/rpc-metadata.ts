import { type Context, createContextKey, type Span } from '@opentelemetry/api'

// As in `@opentelemetry/core`, whose key all its versions and copies share: see suppressed-tracing.ts.
const RPC_METADATA = createContextKey('OpenTelemetry SDK Context Key RPC_METADATA')

/** How a framework's instrumentation hands the route to the HTTP server's, whoever made either of them. */
export interface RPCMetadata {
  readonly type: 'http'
  route?: string
  readonly span: Span
}

export function setRPCMetadata(context: Context, metadata: RPCMetadata): Context {
  return context.setValue(RPC_METADATA, metadata)
}

export function getRPCMetadata(context: Context): RPCMetadata | undefined {
  return context.getValue(RPC_METADATA) as RPCMetadata | undefined
}
