import type { OnException } from '@heddle/sdk'
import { diag, ROOT_CONTEXT, type Span, SpanKind, trace } from '@opentelemetry/api'
import { type LoggerProvider, SeverityNumber } from '@opentelemetry/api-logs'
import type { HeddleConfig } from '../config/resolve'

/** Of a request, by the semantic conventions of HTTP; of all else there are none. */
const EVENTS: Partial<Record<SpanKind, string>> = {
  [SpanKind.SERVER]: 'http.server.request.exception',
  [SpanKind.CLIENT]: 'http.client.request.exception',
}

/**
 * Makes a log record of each exception that is recorded on a span, with the span's ids and its
 * scope, when `OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN` asks for it: of all of them, whoever records
 * them. `undefined` when they are events alone.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-logs/
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-exceptions/
 */
export function exceptionRecords(
  { exceptions, exporters: { logs } }: HeddleConfig,
  provider: LoggerProvider,
  hasLogProcessors: boolean,
): OnException | undefined {
  if (exceptions === 'events') return undefined
  if (logs.otlp === undefined && !logs.console && logs.others.length === 0 && !hasLogProcessors) {
    diag.warn(
      'The OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN environment variable is ignored because no logging provider is configured.',
    )
    return undefined
  }
  return (span, attributes, time) => {
    const { instrumentationScope: scope, kind, attributes: known } = span
    const isHttp = known['http.request.method'] !== undefined
    const isClient = kind === SpanKind.CLIENT
    provider.getLogger(scope.name, scope.version).emit({
      eventName: (isHttp && EVENTS[kind]) || 'exception',
      severityNumber: isHttp && isClient ? SeverityNumber.WARN : SeverityNumber.ERROR,
      severityText: isHttp && isClient ? 'WARN' : 'ERROR',
      attributes,
      context: trace.setSpan(ROOT_CONTEXT, span as unknown as Span),
      ...(time !== undefined && { timestamp: time }),
    })
    return exceptions === 'logs/dup'
  }
}
