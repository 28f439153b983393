import { type CorrelationHeaders, createPropagator, type PropagationFormat } from '@heddle/propagation'
import type { TextMapPropagator } from '@opentelemetry/api'
import { FORMATS, POLICIES } from '../check'
import type { PropagationOptions } from '../options'
import type { EnvironmentReader } from '../reading/environment'
import type { Problems } from '../reading/problems'

const PROPAGATORS = 'OTEL_PROPAGATORS'
const DEFAULT_FORMATS: readonly PropagationFormat[] = ['tracecontext', 'baggage']

export interface ResolvedPropagation {
  /** Ours, by name. */
  readonly formats: readonly PropagationFormat[]
  /** The user's own, asked after ours. */
  readonly others: readonly TextMapPropagator[]
  readonly correlation: { readonly headers?: CorrelationHeaders }
  readonly echoRequestId: boolean
  readonly trust: NonNullable<PropagationOptions['trust']>
}

/** `propagation` in code, else `OTEL_PROPAGATORS` and `HEDDLE_TRUST`, else W3C trace context and baggage, accepted. */
export function resolvePropagation(
  given: PropagationOptions,
  env: EnvironmentReader,
  problems: Problems,
): ResolvedPropagation {
  const members = given.formats ?? formatsFromEnvironment(env, problems)
  const formats = members.filter((member) => typeof member === 'string')
  // Those that are undefined went when the options were checked.
  const correlation = (given.correlation ?? {}) as ResolvedPropagation['correlation']
  if (given.correlation) checkCorrelation(correlation, problems)
  return {
    formats: [...new Set<PropagationFormat>(given.correlation ? [...formats, 'correlation'] : formats)],
    others: members.filter((member) => typeof member !== 'string'),
    correlation,
    echoRequestId: given.echoRequestId ?? env.boolean('HEDDLE_ECHO_REQUEST_ID') ?? false,
    trust: given.trust ?? env.oneOf(POLICIES, 'HEDDLE_TRUST') ?? 'accept',
  }
}

/** The propagator knows which names a header can have, and says so when it is made. */
function checkCorrelation(correlation: ResolvedPropagation['correlation'], problems: Problems): void {
  try {
    createPropagator({ formats: ['correlation'], correlation })
  } catch (error) {
    const [setting, ...why] = (error as Error).message.split(': ')
    problems.reject(`propagation.${setting}`, why.join(': '))
  }
}

function formatsFromEnvironment(env: EnvironmentReader, problems: Problems): readonly PropagationFormat[] {
  const names = env.list(PROPAGATORS)?.map((name) => name.toLowerCase())
  if (!names || names.length === 0) return DEFAULT_FORMATS
  if (names.includes('none')) return []
  const unknown = names.filter((name) => !isFormat(name))
  if (unknown.length > 0) problems.addVariable(PROPAGATORS, unknown.join(','), `${FORMATS.join(', ')}, none`)
  const known = names.filter(isFormat)
  return known.length > 0 ? known : DEFAULT_FORMATS
}

function isFormat(name: string): name is PropagationFormat {
  return (FORMATS as readonly string[]).includes(name)
}
