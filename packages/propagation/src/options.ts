import { type CorrelationHeaders, type HeaderNames, resolveHeaderNames } from './correlation/correlation-headers'
import { guardedTrust, TRUST_POLICIES, type TrustFunction, type TrustPolicy } from './trust'

/**
 * - `tracecontext`: W3C `traceparent` and `tracestate`
 * - `baggage`: W3C `baggage`
 * - `b3`, `b3multi`: B3 in one header or in several; each reads both forms
 * - `correlation`: trace id, span id, parent id, request id and baggage in headers of the app's
 *   choice
 */
export type PropagationFormat = 'tracecontext' | 'baggage' | 'b3' | 'b3multi' | 'correlation'

const FORMATS: readonly PropagationFormat[] = ['tracecontext', 'baggage', 'b3', 'b3multi', 'correlation']

/** Options of {@link createPropagator}. */
export interface PropagatorOptions {
  /**
   * The formats. `inject` writes all of them. `extract` takes the first valid one: W3C, then B3,
   * then correlation, whatever their order in the list.
   * @default ['tracecontext', 'baggage']
   */
  readonly formats?: readonly PropagationFormat[]
  /** Header names for the format `correlation`. @default those of {@link CorrelationHeaders} */
  readonly correlation?: { readonly headers?: CorrelationHeaders }
  /**
   * How far to trust callers: a policy, or a function that returns the policy for each request's
   * carrier. A function that throws means `ignore`.
   * @default 'accept'
   */
  readonly trust?: TrustPolicy | TrustFunction
  /**
   * Whether traces that begin in this process have random ids, as the SDK's own id generator makes
   * them. Their traceparent then carries the random flag of trace context level 2.
   * @default true
   */
  readonly randomTraceIds?: boolean
}

export interface ResolvedOptions {
  readonly formats: ReadonlySet<PropagationFormat>
  readonly correlationHeaders: HeaderNames
  readonly trust: TrustPolicy | ((carrier: unknown) => TrustPolicy)
  readonly randomTraceIds: boolean
}

/** @throws TypeError or RangeError that names the option, the value and the allowed values */
export function resolveOptions(options: PropagatorOptions): ResolvedOptions {
  return {
    formats: resolveFormats(options.formats ?? ['tracecontext', 'baggage']),
    correlationHeaders: resolveHeaderNames(options.correlation?.headers),
    trust: resolveTrust(options.trust ?? 'accept'),
    randomTraceIds: resolveBoolean('randomTraceIds', options.randomTraceIds ?? true),
  }
}

function resolveFormats(formats: unknown): ReadonlySet<PropagationFormat> {
  if (!Array.isArray(formats)) throw new TypeError(`formats: read ${shown(formats)}, allowed is a list of formats`)
  for (const [index, format] of formats.entries()) {
    if (FORMATS.includes(format)) continue
    throw new RangeError(`formats[${index}]: read ${shown(format)}, allowed are ${FORMATS.join(', ')}`)
  }
  return new Set(formats)
}

function resolveTrust(trust: TrustPolicy | TrustFunction): ResolvedOptions['trust'] {
  if (typeof trust === 'function') return guardedTrust(trust)
  if (TRUST_POLICIES.includes(trust)) return trust
  throw new RangeError(`trust: read ${shown(trust)}, allowed are ${TRUST_POLICIES.join(', ')}, or a function`)
}

function resolveBoolean(option: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new TypeError(`${option}: read ${shown(value)}, allowed are true and false`)
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value === null ? value : typeof value)
}
