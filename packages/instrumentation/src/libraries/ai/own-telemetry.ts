import { trace } from '@opentelemetry/api'
import { deepOf } from '../gen-ai/content'

/** The scopes of the SDK's own spans: before 7, and of `@ai-sdk/otel`. */
const SCOPES: ReadonlySet<unknown> = new Set(['ai', 'gen_ai'])

/** Whether the active span is the SDK's own: it has one for whatever goes on within. */
export function isTelemetryOn(): boolean {
  const span = trace.getActiveSpan()
  return span !== undefined && SCOPES.has(deepOf(span, 'instrumentationScope', 'name'))
}
