import { isHostTarget } from '@heddle/instrumentation/http'
import { HOST_TARGETS, SPANS } from '../../check'
import type { HeddleOptions, HttpOptions } from '../../options'
import type { Checked } from '../../reading/checks'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'

/** Our instrumentations and bridges, by the names that `OTEL_NODE_ENABLED_INSTRUMENTATIONS` uses. */
const INSTRUMENTATIONS = ['http', 'undici', 'express', 'fastify', 'pino'] as const
export type InstrumentationName = (typeof INSTRUMENTATIONS)[number]

export type ResolvedHttp = Checked<HttpOptions> & { readonly spans: 'hop' | 'all' }

/** `http` in code, else `HEDDLE_IGNORE_PATHS`, `HEDDLE_PROPAGATE_TO` and `HEDDLE_SPANS`. */
export function resolveHttp(given: HttpOptions, env: EnvironmentReader, problems: Problems): ResolvedHttp {
  const ignorePaths = given.ignorePaths ?? env.list('HEDDLE_IGNORE_PATHS')
  const propagateTo = given.propagateTo ?? propagationTargets(env, problems)
  return {
    // Those that are undefined went when the options were checked.
    ...(given as Checked<HttpOptions>),
    ...(ignorePaths && { ignorePaths }),
    ...(propagateTo && { propagateTo }),
    spans: given.spans ?? env.oneOf(SPANS, 'HEDDLE_SPANS') ?? 'hop',
  }
}

/** A target that cannot be read is refused: left out, it would keep context from a service of the app's own, in silence. */
function propagationTargets(env: EnvironmentReader, problems: Problems): readonly string[] | undefined {
  const variable = 'HEDDLE_PROPAGATE_TO'
  const targets = env.list(variable)
  if (targets?.join().toLowerCase() === 'none') return []
  for (const target of targets ?? []) {
    if (!isHostTarget(target)) problems.add(variable, target, `${HOST_TARGETS}, several with commas; or none`)
  }
  return targets
}

/** Which of ours are on: all, unless the variables of OpenTelemetry's `auto-instrumentations-node` or `bridges` say otherwise. */
export function resolveInstrumentations(
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
): ReadonlySet<InstrumentationName> {
  const named = (variable: string) => {
    const names = env.list(variable)
    if (names?.length === 0) {
      problems.addVariable(variable, env.string(variable)!, INSTRUMENTATIONS.join(', '))
      return undefined
    }
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
