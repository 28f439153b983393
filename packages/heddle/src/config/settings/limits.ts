import type { LimitOptions } from '../options'
import type { EnvironmentReader } from '../reading/environment'

type Limits = { readonly [K in keyof LimitOptions]-?: number }

export interface ResolvedLimits {
  readonly span: Limits
  readonly log: Pick<Limits, 'attributeValueLength' | 'attributeCount'>
}

/**
 * `limits` in code, else the specification's variables: a signal's own before the general ones.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#attribute-limits
 */
export function resolveLimits(given: LimitOptions, env: EnvironmentReader): ResolvedLimits {
  const limit = (key: keyof LimitOptions, fallback: number, ...variables: readonly string[]): number =>
    given[key] ?? env.integer(0, ...variables) ?? fallback
  const unlimited = Number.POSITIVE_INFINITY
  return {
    span: {
      attributeValueLength: limit(
        'attributeValueLength',
        unlimited,
        'OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT',
        'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT',
      ),
      attributeCount: limit('attributeCount', 128, 'OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', 'OTEL_ATTRIBUTE_COUNT_LIMIT'),
      eventCount: limit('eventCount', 128, 'OTEL_SPAN_EVENT_COUNT_LIMIT'),
      linkCount: limit('linkCount', 128, 'OTEL_SPAN_LINK_COUNT_LIMIT'),
      attributePerEventCount: limit('attributePerEventCount', 128, 'OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT'),
      attributePerLinkCount: limit('attributePerLinkCount', 128, 'OTEL_LINK_ATTRIBUTE_COUNT_LIMIT'),
    },
    log: {
      attributeValueLength: limit(
        'attributeValueLength',
        unlimited,
        'OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT',
        'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT',
      ),
      attributeCount: limit(
        'attributeCount',
        128,
        'OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT',
        'OTEL_ATTRIBUTE_COUNT_LIMIT',
      ),
    },
  }
}
