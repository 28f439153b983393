import { SPANS } from './check'
import type { EnvironmentReader } from './environment'
import type { Given } from './given'
import type { HeddleOptions, HttpOptions } from './options'
import type { Problems } from './problems'

/** Our instrumentations and bridges, by the names that `OTEL_NODE_ENABLED_INSTRUMENTATIONS` uses. */
const INSTRUMENTATIONS = ['http', 'undici', 'express', 'fastify', 'pino'] as const
export type InstrumentationName = (typeof INSTRUMENTATIONS)[number]

export type ResolvedHttp = Given<HttpOptions> & { readonly spans: 'hop' | 'all' }

/** `http` in code, else `HEDDLE_IGNORE_PATHS` and `HEDDLE_SPANS`. */
export function resolveHttp(given: HttpOptions, env: EnvironmentReader): ResolvedHttp {
  const ignorePaths = given.ignorePaths ?? env.list('HEDDLE_IGNORE_PATHS')
  return {
    // Those that are undefined went when the options were checked.
    ...(given as Given<HttpOptions>),
    ...(ignorePaths && { ignorePaths }),
    spans: given.spans ?? env.oneOf(SPANS, 'HEDDLE_SPANS') ?? 'hop',
  }
}

/** Which of ours are on: all, unless the variables of OpenTelemetry's `auto-instrumentations-node` or `bridges` say otherwise. */
export function resolveInstrumentations(
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
): ReadonlySet<InstrumentationName> {
  const named = (variable: string) => {
    const names = env.list(variable)
    if (names?.length === 0) problems.add(variable, '', INSTRUMENTATIONS.join(', '))
    // The names of contrib's instrumentations may stand there for another SDK: said, but no error.
    const foreign = names?.filter((name) => !(INSTRUMENTATIONS as readonly string[]).includes(name)) ?? []
    if (foreign.length > 0)
      problems.warn(variable, `not ours: ${foreign.join(', ')}; ours are ${INSTRUMENTATIONS.join(', ')}`)
    return names
  }
  const enabled = named('OTEL_NODE_ENABLED_INSTRUMENTATIONS') ?? INSTRUMENTATIONS
  const disabled = named('OTEL_NODE_DISABLED_INSTRUMENTATIONS') ?? []
  return new Set(
    INSTRUMENTATIONS.filter(
      (name) =>
        enabled.includes(name) && !disabled.includes(name) && !(name === 'pino' && options.bridges?.pino === false),
    ),
  )
}
