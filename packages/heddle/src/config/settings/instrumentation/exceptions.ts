import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'

/** Where exceptions go that are recorded on a span. */
type ExceptionSignal = 'events' | 'logs' | 'logs/dup'

const WORDS = ['logs', 'logs/dup'] as const

/**
 * `OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN`, which has no option in code: it is the way over from
 * events to log records, and goes when everybody has gone it.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/exceptions/
 */
export const exceptions: Setting<object, { readonly exceptions: ExceptionSignal }> = {
  checks: {},
  variables: { OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN: used('events of the span') },
  resolve: (_given, { env }) => ({ exceptions: env.oneOf(WORDS, 'OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN') ?? 'events' }),
}
