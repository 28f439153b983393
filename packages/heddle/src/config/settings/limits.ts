import { type Check, integer, object } from '../reading/checks'
import type { Setting } from '../reading/setting'
import { GENERAL, used } from '../reading/variables'

/**
 * Bounds on what one span or log record may hold, as the OpenTelemetry specification names them.
 * `Infinity` is no bound. Anything beyond a bound is left out and counted on the span or record.
 */
export interface LimitOptions {
  /**
   * Characters of an attribute's string value, on spans and log records; longer ones are cut.
   *
   * Errors: anything but a whole number from 0 or `Infinity`.
   * @default `OTEL_{SPAN,LOGRECORD}_ATTRIBUTE_VALUE_LENGTH_LIMIT`,
   * `OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT`, else Infinity
   */
  readonly attributeValueLength?: number | undefined
  /**
   * Attributes of one span or log record.
   *
   * Errors: anything but a whole number from 0 or `Infinity`.
   * @default `OTEL_{SPAN,LOGRECORD}_ATTRIBUTE_COUNT_LIMIT`, `OTEL_ATTRIBUTE_COUNT_LIMIT`, else 128
   */
  readonly attributeCount?: number | undefined
  /**
   * Events of one span.
   *
   * Errors: anything but a whole number from 0 or `Infinity`.
   * @default `OTEL_SPAN_EVENT_COUNT_LIMIT`, else 128
   */
  readonly eventCount?: number | undefined
  /**
   * Links of one span.
   *
   * Errors: anything but a whole number from 0 or `Infinity`.
   * @default `OTEL_SPAN_LINK_COUNT_LIMIT`, else 128
   */
  readonly linkCount?: number | undefined
  /**
   * Attributes of one event of a span.
   *
   * Errors: anything but a whole number from 0 or `Infinity`.
   * @default `OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT`, else 128
   */
  readonly attributePerEventCount?: number | undefined
  /**
   * Attributes of one link of a span.
   *
   * Errors: anything but a whole number from 0 or `Infinity`.
   * @default `OTEL_LINK_ATTRIBUTE_COUNT_LIMIT`, else 128
   */
  readonly attributePerLinkCount?: number | undefined
}

export interface LimitsOption {
  /**
   * Bounds on what one span or log record may hold.
   *
   * Errors: a bound that is neither a whole number from 0 nor `Infinity`.
   * @default the variables of the specification, else 128 of each, and no bound on a value's length
   */
  readonly limits?: LimitOptions | undefined
}

type Limits = { readonly [K in keyof LimitOptions]-?: number }

export interface ResolvedLimits {
  readonly span: Limits
  readonly log: Pick<Limits, 'attributeValueLength' | 'attributeCount'>
}

const COUNT = 128
const UNLIMITED = Number.POSITIVE_INFINITY

const check: Check<number> = (...given) => (given[1] === UNLIMITED ? given[1] : integer(0)(...given))

/**
 * `limits` in code, else the specification's variables: a signal's own before the general ones.
 *
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#attribute-limits
 */
export const limits: Setting<LimitsOption, { readonly limits: ResolvedLimits }> = {
  checks: {
    limits: object<LimitOptions>({
      attributeValueLength: check,
      attributeCount: check,
      eventCount: check,
      linkCount: check,
      attributePerEventCount: check,
      attributePerLinkCount: check,
    }),
  },
  variables: {
    OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: used('no limit'),
    OTEL_ATTRIBUTE_COUNT_LIMIT: used(`${COUNT}`),
    OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: used(`${GENERAL}, else no limit`),
    OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: used(`${GENERAL}, else ${COUNT}`),
    OTEL_SPAN_EVENT_COUNT_LIMIT: used(`${COUNT}`),
    OTEL_SPAN_LINK_COUNT_LIMIT: used(`${COUNT}`),
    OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: used(`${COUNT}`),
    OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: used(`${COUNT}`),
    OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT: used(`${GENERAL}, else no limit`),
    OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: used(`${GENERAL}, else ${COUNT}`),
  },
  resolve({ limits = {} }, { env }) {
    const limit = (key: keyof LimitOptions, fallback: number, ...variables: readonly string[]): number =>
      limits[key] ?? env.integer(0, ...variables) ?? fallback
    const ofAttributes = (signal: 'SPAN' | 'LOGRECORD') => ({
      attributeValueLength: limit(
        'attributeValueLength',
        UNLIMITED,
        `OTEL_${signal}_ATTRIBUTE_VALUE_LENGTH_LIMIT`,
        'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT',
      ),
      attributeCount: limit(
        'attributeCount',
        COUNT,
        `OTEL_${signal}_ATTRIBUTE_COUNT_LIMIT`,
        'OTEL_ATTRIBUTE_COUNT_LIMIT',
      ),
    })
    return {
      limits: {
        span: {
          ...ofAttributes('SPAN'),
          eventCount: limit('eventCount', COUNT, 'OTEL_SPAN_EVENT_COUNT_LIMIT'),
          linkCount: limit('linkCount', COUNT, 'OTEL_SPAN_LINK_COUNT_LIMIT'),
          attributePerEventCount: limit('attributePerEventCount', COUNT, 'OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT'),
          attributePerLinkCount: limit('attributePerLinkCount', COUNT, 'OTEL_LINK_ATTRIBUTE_COUNT_LIMIT'),
        },
        log: ofAttributes('LOGRECORD'),
      },
    }
  },
}
