import type { AttributeLimits } from '../attribute-limits'

/**
 * Bounds of one span, as the specification's `OTEL_SPAN_*` limits have them. `Infinity` is no
 * bound.
 */
export interface SpanLimits extends AttributeLimits {
  readonly eventCount: number
  readonly linkCount: number
  readonly attributePerEventCount: number
  readonly attributePerLinkCount: number
}
