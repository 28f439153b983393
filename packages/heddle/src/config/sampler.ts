import type { Sampler } from '@opentelemetry/api'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import type { EnvironmentReader } from './environment'
import type { Problems } from './problems'

const NAMES = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

/**
 * `sampler` in code, else `OTEL_TRACES_SAMPLER` with `OTEL_TRACES_SAMPLER_ARG`, else everything that the caller did
 * not decide against.
 */
export function resolveSampler(given: unknown, env: EnvironmentReader, problems: Problems): Sampler {
  if (typeof given === 'number') {
    if (given >= 0 && given <= 1) return parentBased(new TraceIdRatioBasedSampler(given))
    problems.add('sampler', given, 'a ratio from 0 to 1, or an OpenTelemetry Sampler')
  } else if (typeof (given as Sampler | undefined)?.shouldSample === 'function') {
    return given as Sampler
  } else if (given !== undefined) {
    problems.add('sampler', given, 'a ratio from 0 to 1, or an OpenTelemetry Sampler')
  }
  const name = env.oneOf(NAMES, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on'
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
  const text = env.string('OTEL_TRACES_SAMPLER_ARG')
  if (text === undefined) return 1
  const value = Number(text)
  if (value >= 0 && value <= 1) return value
  problems.add('OTEL_TRACES_SAMPLER_ARG', text, 'a ratio from 0 to 1')
  return 1
}
