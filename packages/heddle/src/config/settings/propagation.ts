import type { IncomingRequest } from '@heddle/instrumentation/http'
import {
  type CorrelationHeaders,
  createPropagator,
  type PropagationFormat,
  type TrustPolicy,
} from '@heddle/propagation'
import type { TextMapPropagator } from '@opentelemetry/api'
import {
  bool,
  type Check,
  checked,
  either,
  fn,
  isFunction,
  isText,
  kind,
  listOf,
  type OrUndefined,
  object,
  oneOf,
  withMethods,
} from '../reading/checks'
import { className } from '../reading/described'
import type { EnvironmentReader } from '../reading/environment'
import type { Problems } from '../reading/problems'
import type { Setting } from '../reading/setting'
import { used } from '../reading/variables'

/** How a trace enters and leaves the process. */
export interface PropagationOptions {
  /**
   * Formats by name, and official propagators, which are asked after the named formats.
   *
   * Errors: an unknown name; an object without `inject()`, `extract()` and `fields()`.
   * @default `OTEL_PROPAGATORS`, else ['tracecontext', 'baggage']
   */
  readonly formats?: readonly (PropagationFormat | TextMapPropagator)[] | undefined
  /**
   * Names of the correlation headers, `false` for a header that is not used. This option switches
   * the `correlation` format on.
   *
   * Errors: a name that no header can have, or that another format uses.
   * @default off
   */
  readonly correlation?: { readonly headers?: OrUndefined<CorrelationHeaders> | undefined } | undefined
  /**
   * Continues the trace that the environment of the process names (`TRACEPARENT`, `TRACESTATE`,
   * `BAGGAGE`): spans and log records that have no other are in that trace, for as long as the
   * process lives. Requests and messages bring their own, or begin one. For scripts, jobs and command
   * lines.
   *
   * Errors: anything but `true` and `false`.
   * @see https://opentelemetry.io/docs/specs/otel/context/env-carriers/
   * @default `HEDDLE_CONTINUE_ENVIRONMENT`, else false
   */
  readonly continueEnvironment?: boolean | undefined
  /**
   * Sends the request id back in the response; the trace id, if no request id came in.
   *
   * Errors: anything but `true` and `false`.
   * @default `HEDDLE_ECHO_REQUEST_ID`, else false
   */
  readonly echoRequestId?: boolean | undefined
  /**
   * What to believe of an incoming request: `accept`; `link` (a new trace, linked to the caller's;
   * its sampling and baggage do not count); `ignore`. A function decides for each request; one that
   * throws, or returns no policy, ignores the request.
   *
   * Errors: any other word.
   * @default `HEDDLE_TRUST`, else 'accept'
   */
  readonly trust?: TrustPolicy | ((request: IncomingRequest) => TrustPolicy) | undefined
}

export interface PropagationOption {
  /**
   * How a trace enters and leaves the process: header formats, and what to believe of a caller.
   *
   * Errors: an unknown format or policy; a header name that cannot be used.
   * @default W3C trace context and baggage, every caller accepted
   */
  readonly propagation?: PropagationOptions | undefined
}

export interface ResolvedPropagation {
  /** Ours, by name. */
  readonly formats: readonly PropagationFormat[]
  /** The user's own, asked after ours. */
  readonly others: readonly TextMapPropagator[]
  readonly correlation: { readonly headers?: CorrelationHeaders }
  readonly continueEnvironment: boolean
  readonly echoRequestId: boolean
  readonly trust: NonNullable<PropagationOptions['trust']>
}

const FORMATS: readonly PropagationFormat[] = ['tracecontext', 'baggage', 'b3', 'b3multi', 'correlation']
export const DEFAULT_FORMATS: readonly PropagationFormat[] = ['tracecontext', 'baggage']
const POLICIES: readonly TrustPolicy[] = ['accept', 'link', 'ignore']
const PROPAGATORS = 'OTEL_PROPAGATORS'

/** The propagator itself knows which names a header can have: {@link checkCorrelation}. */
function headerName<T>(): Check<T> {
  return kind('the name of a header', (value) => isText(value) || value === false)
}

/** `propagation` in code, else the variables, else W3C headers and every caller accepted. */
export const propagation: Setting<PropagationOption, { readonly propagation: ResolvedPropagation }> = {
  checks: {
    propagation: object<PropagationOptions>({
      formats: listOf(either(isText, oneOf(FORMATS), withMethods('inject', 'extract', 'fields'))),
      correlation: object<NonNullable<PropagationOptions['correlation']>>({
        headers: object<CorrelationHeaders>({
          traceId: headerName(),
          spanId: headerName(),
          parentId: headerName(),
          requestId: headerName(),
          baggage: headerName(),
        }),
      }),
      continueEnvironment: bool,
      echoRequestId: bool,
      trust: either(isFunction, fn(), oneOf(POLICIES)),
    }),
  },
  variables: {
    [PROPAGATORS]: used('those of its formats that are known, else tracecontext,baggage'),
    HEDDLE_TRUST: 'refuse',
    HEDDLE_ECHO_REQUEST_ID: used('false'),
    HEDDLE_CONTINUE_ENVIRONMENT: used('false'),
  },
  resolve({ propagation: given = {} }, { env, problems }) {
    const members = given.formats ?? formatsFromEnvironment(env.for('propagation.formats'), problems)
    if (given.correlation) env.origins.addCode('propagation.formats')
    const formats = members.filter((member) => typeof member === 'string')
    const correlation = checked(given.correlation ?? {}) as ResolvedPropagation['correlation']
    if (given.correlation) checkCorrelation(correlation, problems)
    return {
      propagation: {
        formats: [...new Set<PropagationFormat>(given.correlation ? [...formats, 'correlation'] : formats)],
        others: members.filter((member) => typeof member !== 'string'),
        correlation,
        continueEnvironment:
          given.continueEnvironment ??
          env.for('propagation.continueEnvironment').boolean('HEDDLE_CONTINUE_ENVIRONMENT') ??
          false,
        echoRequestId:
          given.echoRequestId ?? env.for('propagation.echoRequestId').boolean('HEDDLE_ECHO_REQUEST_ID') ?? false,
        trust: given.trust ?? env.for('propagation.trust').oneOf(POLICIES, 'HEDDLE_TRUST') ?? 'accept',
      },
    }
  },
}

/** The propagator throws at a header name that cannot be used. */
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
  if (names.includes('none')) {
    env.used(PROPAGATORS)
    return []
  }
  const unknown = names.filter((name) => !isFormat(name))
  if (unknown.length > 0) problems.addVariable(PROPAGATORS, unknown.join(','), `${FORMATS.join(', ')}, none`)
  const known = names.filter(isFormat)
  if (known.length === 0) return DEFAULT_FORMATS
  env.used(PROPAGATORS)
  return known
}

function isFormat(name: string): name is PropagationFormat {
  return (FORMATS as readonly string[]).includes(name)
}

export interface PropagationSummary {
  /** Ours by their names, the app's own by the names of their classes. */
  readonly formats: readonly string[]
  readonly trust: TrustPolicy | 'by request'
  readonly continueEnvironment: boolean
  readonly echoRequestId: boolean
}

export function propagationSummary(resolved: ResolvedPropagation): PropagationSummary {
  const { formats, others, trust, continueEnvironment, echoRequestId } = resolved
  return {
    formats: [...formats, ...others.map(className)],
    trust: typeof trust === 'function' ? 'by request' : trust,
    continueEnvironment,
    echoRequestId,
  }
}
