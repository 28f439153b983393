import type { Sampler } from '@opentelemetry/api'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import { isObject, kind } from '../reading/checks'
import { described } from '../reading/described'
import type { EnvironmentReader } from '../reading/environment'
import type { Problems } from '../reading/problems'
import type { Setting } from '../reading/setting'
import { used } from '../reading/variables'

export interface SamplerOption {
  /**
   * An official sampler, or a ratio from 0 to 1 of the traces that begin here; with a ratio the
   * caller's decision stands for traces that come in. A sampler that throws keeps the span.
   *
   * Errors: a number outside 0 to 1; an object without `shouldSample()`.
   * @default `OTEL_TRACES_SAMPLER`, else every trace that the caller did not decide against
   */
  readonly sampler?: Sampler | number | undefined
}

const NAMES = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const ARGUMENT = 'OTEL_TRACES_SAMPLER_ARG'

export const sampler: Setting<SamplerOption, { readonly sampler: Sampler }> = {
  checks: { sampler: kind('a ratio from 0 to 1, or an OpenTelemetry Sampler', isSampler) },
  variables: { OTEL_TRACES_SAMPLER: used('parentbased_always_on'), [ARGUMENT]: used('1') },
  resolve: ({ sampler: given }, { env, problems }) => ({
    sampler: given === undefined ? fromEnvironment(env.for('sampler'), problems) : samplerOf(given),
  }),
}

function samplerOf(given: Sampler | number): Sampler {
  return typeof given === 'number' ? parentBased(new TraceIdRatioBasedSampler(given)) : given
}

function fromEnvironment(env: EnvironmentReader, problems: Problems): Sampler {
  const name = env.oneOf(NAMES, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on'
  if (!name.endsWith('traceidratio') && env.string(ARGUMENT) !== undefined) {
    problems.warn(ARGUMENT, `not used: the sampler is ${name}, which takes no argument`)
  }
  const root = name.endsWith('always_off')
    ? new AlwaysOffSampler()
    : name.endsWith('traceidratio')
      ? new TraceIdRatioBasedSampler(env.ratio(ARGUMENT) ?? 1)
      : new AlwaysOnSampler()
  return name.startsWith('parentbased_') ? parentBased(root) : root
}

function parentBased(root: Sampler): Sampler {
  return new ParentBasedSampler({ root })
}

function isSampler(value: unknown): boolean {
  if (typeof value === 'number') return value >= 0 && value <= 1
  return isObject(value) && typeof value['shouldSample'] === 'function'
}

export function samplerSummary(sampler: Sampler): string {
  return described(() => sampler.toString(), 'a sampler')
}
