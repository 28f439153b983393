import type { Sampler } from '@opentelemetry/api'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import type { EnvironmentReader } from '../reading/environment'
import type { Problems } from '../reading/problems'

const NAMES = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const ARGUMENT = 'OTEL_TRACES_SAMPLER_ARG'

/**
 * `sampler` in code, else `OTEL_TRACES_SAMPLER` with `OTEL_TRACES_SAMPLER_ARG`, else everything that the caller did
 * not decide against.
 */
export function resolveSampler(
  given: Sampler | number | undefined,
  env: EnvironmentReader,
  problems: Problems,
): Sampler {
  if (typeof given === 'number') return parentBased(new TraceIdRatioBasedSampler(given))
  if (given) return given
  const name = env.oneOf(NAMES, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on'
  if (!name.endsWith('traceidratio') && env.string(ARGUMENT) !== undefined) {
    problems.warn(ARGUMENT, `not used: the sampler is ${name}, which takes no argument`)
  }
  const root = name.endsWith('always_off')
    ? new AlwaysOffSampler()
    : name.endsWith('traceidratio')
      ? new TraceIdRatioBasedSampler(ratio(env, problems))
      : new AlwaysOnSampler()
  return name.startsWith('parentbased_') ? parentBased(root) : root
}

function parentBased(root: Sampler): Sampler {
  return new ParentBasedSampler({ root })
}

function ratio(env: EnvironmentReader, problems: Problems): number {
  const text = env.string(ARGUMENT)
  if (text === undefined) return 1
  const value = Number(text)
  if (value >= 0 && value <= 1) return value
  problems.addVariable(ARGUMENT, text, 'a ratio from 0 to 1')
  return 1
}
