import { type Context, type Sampler, SamplingDecision, type SamplingResult, trace } from '@opentelemetry/api'

/** Where the parent of a span is, as the semantic conventions name it. */
export const PARENT_ORIGINS = ['none', 'local', 'remote'] as const
type ParentOrigin = (typeof PARENT_ORIGINS)[number]

const NONE = 0
const LOCAL = 1
const REMOTE = 2

/**
 * Counts what samplers decide. No other part learns of the spans that are not recorded: processors
 * are never given them.
 */
export class SamplingCount {
  isUsed = false
  /** By decision, and within it by the origin of the parent. */
  readonly #counts = [0, 0, 0, 0, 0, 0, 0, 0, 0]

  /**
   * The sampler, counted. `onNotRecorded` is called for each span that it decides against before
   * there is one.
   */
  wrap(sampler: Sampler, onNotRecorded: () => void): Sampler {
    this.isUsed = true
    return {
      shouldSample: (context, traceId, name, kind, attributes, links): SamplingResult => {
        const result = sampler.shouldSample(context, traceId, name, kind, attributes, links)
        this.#counts[result.decision * PARENT_ORIGINS.length + originOf(context)]!++
        if (result.decision === SamplingDecision.NOT_RECORD) onNotRecorded()
        return result
      },
      toString: () => sampler.toString(),
    }
  }

  started(decision: SamplingDecision, origin: ParentOrigin): number {
    return this.#counts[decision * PARENT_ORIGINS.length + PARENT_ORIGINS.indexOf(origin)]!
  }

  total(decision: SamplingDecision): number {
    return PARENT_ORIGINS.reduce((sum, origin) => sum + this.started(decision, origin), 0)
  }
}

function originOf(context: Context): number {
  const parent = trace.getSpanContext(context)
  if (parent === undefined) return NONE
  return parent.isRemote === true ? REMOTE : LOCAL
}
