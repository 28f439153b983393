import type { PropagationFormat, TrustPolicy } from '@heddle/propagation'
import type { TextMapPropagator } from '@opentelemetry/api'
import type { EnvironmentReader } from './environment'
import { checkedOneOf } from './given'
import type { PropagationOptions } from './options'
import type { Problems } from './problems'

const FORMATS: readonly PropagationFormat[] = ['tracecontext', 'baggage', 'b3', 'b3multi', 'correlation']
const POLICIES: readonly TrustPolicy[] = ['accept', 'link', 'ignore']

export interface ResolvedPropagation {
  /** Ours, by name. */
  readonly formats: readonly PropagationFormat[]
  /** The user's own, asked after ours. */
  readonly others: readonly TextMapPropagator[]
  readonly correlation: NonNullable<PropagationOptions['correlation']>
  readonly echoRequestId: boolean
  readonly trust: NonNullable<PropagationOptions['trust']>
}

/** `propagation` in code, else `OTEL_PROPAGATORS` and `HEDDLE_TRUST`, else W3C trace context and baggage, accepted. */
export function resolvePropagation(
  given: PropagationOptions,
  env: EnvironmentReader,
  problems: Problems,
): ResolvedPropagation {
  const formats: PropagationFormat[] = []
  const others: TextMapPropagator[] = []
  for (const format of given.formats ?? formatsFromEnvironment(env, problems)) {
    if (typeof format !== 'string') others.push(format)
    else if (checkedOneOf(FORMATS, 'propagation.formats', format, problems)) formats.push(format)
  }
  if (given.correlation && !formats.includes('correlation')) formats.push('correlation')
  const trust =
    typeof given.trust === 'function'
      ? given.trust
      : (checkedOneOf(POLICIES, 'propagation.trust', given.trust, problems) ??
        env.oneOf(POLICIES, 'HEDDLE_TRUST') ??
        'accept')
  return {
    formats,
    others,
    correlation: given.correlation ?? {},
    echoRequestId: given.echoRequestId ?? env.boolean('HEDDLE_ECHO_REQUEST_ID') ?? false,
    trust,
  }
}

function formatsFromEnvironment(env: EnvironmentReader, problems: Problems): readonly PropagationFormat[] {
  const names = env.list('OTEL_PROPAGATORS')
  if (!names || names.length === 0) return ['tracecontext', 'baggage']
  if (names.includes('none')) return []
  const unknown = names.filter((name) => !FORMATS.includes(name as PropagationFormat))
  if (unknown.length > 0) problems.add('OTEL_PROPAGATORS', unknown.join(','), `${FORMATS.join(', ')}, none`)
  return [...new Set(names)].filter((name): name is PropagationFormat => FORMATS.includes(name as PropagationFormat))
}
