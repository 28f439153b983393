import { type Context, createContextKey, type Span } from '@opentelemetry/api'

// The key of `@opentelemetry/core`, which all its versions and copies share: see
// suppressed-tracing.ts.
const RPC_METADATA = createContextKey('OpenTelemetry SDK Context Key RPC_METADATA')

/**
 * The object through which a framework's instrumentation passes the route to any HTTP server
 * instrumentation.
 */
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
