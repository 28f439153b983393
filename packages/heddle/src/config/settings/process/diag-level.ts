import { DiagLogLevel } from '@opentelemetry/api'
import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'

const LEVELS = {
  none: DiagLogLevel.NONE,
  error: DiagLogLevel.ERROR,
  warn: DiagLogLevel.WARN,
  info: DiagLogLevel.INFO,
  debug: DiagLogLevel.DEBUG,
  verbose: DiagLogLevel.VERBOSE,
  all: DiagLogLevel.ALL,
}
const NAMES = Object.keys(LEVELS) as (keyof typeof LEVELS)[]

/** `OTEL_LOG_LEVEL`: the level of Heddle's own messages on stderr. It has no option in code. */
export const diagLevel: Setting<object, { readonly diagLevel: DiagLogLevel }> = {
  checks: {},
  variables: { OTEL_LOG_LEVEL: used('warn') },
  resolve: (_given, { env }) => ({ diagLevel: LEVELS[env.for('diagLevel').oneOf(NAMES, 'OTEL_LOG_LEVEL') ?? 'warn'] }),
}
