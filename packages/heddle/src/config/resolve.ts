import { readFileSync } from 'node:fs'
import type { ServiceIdentity } from '@heddle/identity'
import type { Level } from '@heddle/logger'
import type { SpanCallbacks } from '@heddle/span-callbacks'
import { DiagLogLevel, type Sampler } from '@opentelemetry/api'
import { type Environment, EnvironmentReader } from './environment'
import { type ResolvedExporters, resolveExporters } from './exporters'
import { checkedInteger, checkedOneOf, checkKeys } from './given'
import { type ResolvedLimits, resolveLimits } from './limits'
import type { HeddleOptions, HttpOptions } from './options'
import type { ReadFile } from './otlp'
import { Problems } from './problems'
import { type ResolvedPropagation, resolvePropagation } from './propagation'
import { resolveSampler } from './sampler'
import { warnOfUnsupported } from './unsupported'

/** Our instrumentations and bridges, by the names that `OTEL_NODE_ENABLED_INSTRUMENTATIONS` uses. */
export const INSTRUMENTATIONS = ['http', 'undici', 'express', 'fastify', 'pino'] as const
export type InstrumentationName = (typeof INSTRUMENTATIONS)[number]

/** Everything that was decided at start, once. Frozen. */
export interface HeddleConfig {
  readonly enabled: boolean
  readonly service: ServiceIdentity
  readonly callbacks: SpanCallbacks
  readonly exporters: ResolvedExporters
  readonly sampler: Sampler
  readonly propagation: ResolvedPropagation
  readonly http: HttpOptions & { readonly spans: 'hop' | 'all' }
  readonly instrumentations: ReadonlySet<InstrumentationName>
  readonly pino: { readonly addIds: boolean }
  readonly limits: ResolvedLimits
  readonly logLevel: Level | 'silent'
  readonly diagLevel: DiagLogLevel
  readonly shutdownTimeoutMs: number
  /** What is odd but not wrong; said once at start. */
  readonly warnings: readonly string[]
}

export interface Surroundings {
  /** @default process.env */
  readonly env?: Environment
  /** @default fs.readFileSync */
  readonly readFile?: ReadFile
}

const KNOWN_OPTIONS = [
  'service',
  'on',
  'export',
  'exporters',
  'spanProcessors',
  'logRecordProcessors',
  'resourceDetectors',
  'instrumentations',
  'sampler',
  'propagation',
  'http',
  'bridges',
  'limits',
  'logLevel',
  'shutdownTimeoutMs',
  'enabled',
]
const LEVELS: readonly (Level | 'silent')[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']
const DIAG_LEVELS = {
  none: DiagLogLevel.NONE,
  error: DiagLogLevel.ERROR,
  warn: DiagLogLevel.WARN,
  info: DiagLogLevel.INFO,
  debug: DiagLogLevel.DEBUG,
  verbose: DiagLogLevel.VERBOSE,
  all: DiagLogLevel.ALL,
}

/**
 * Code, then environment, then defaults, into one frozen object. Nothing is installed or connected here.
 *
 * @throws HeddleConfigError naming every setting that cannot be used, what was read and what is allowed.
 */
export function resolveConfig(options: HeddleOptions = {}, surroundings: Surroundings = {}): HeddleConfig {
  const problems = new Problems()
  const env = new EnvironmentReader(surroundings.env ?? process.env, problems)
  checkKeys('start()', options, KNOWN_OPTIONS, problems)
  const config: HeddleConfig = {
    enabled: options.enabled ?? !(env.boolean('OTEL_SDK_DISABLED') ?? false),
    service: options.service ?? {},
    callbacks: options.on ?? {},
    exporters: resolveExporters(options, env, problems, surroundings.readFile ?? readFileSync),
    sampler: resolveSampler(options.sampler, env, problems),
    propagation: resolvePropagation(options.propagation ?? {}, env, problems),
    http: resolveHttp(options.http ?? {}, env, problems),
    instrumentations: resolveInstrumentations(options, env, problems),
    pino: { addIds: typeof options.bridges?.pino === 'object' ? (options.bridges.pino.addIds ?? true) : true },
    limits: resolveLimits(options.limits ?? {}, env, problems),
    logLevel:
      checkedOneOf(LEVELS, 'logLevel', options.logLevel, problems) ?? env.oneOf(LEVELS, 'HEDDLE_LOG_LEVEL') ?? 'info',
    diagLevel: DIAG_LEVELS[env.oneOf(diagLevelNames, 'OTEL_LOG_LEVEL') ?? 'warn'],
    shutdownTimeoutMs:
      checkedInteger(0, 'shutdownTimeoutMs', options.shutdownTimeoutMs, problems) ??
      env.integer(0, 'HEDDLE_SHUTDOWN_TIMEOUT') ??
      2_000,
    warnings: problems.warnings,
  }
  warnOfUnsupported(env, problems)
  problems.throwIfAny()
  return Object.freeze(config)
}

const diagLevelNames = Object.keys(DIAG_LEVELS) as (keyof typeof DIAG_LEVELS)[]

function resolveHttp(given: HttpOptions, env: EnvironmentReader, problems: Problems): HeddleConfig['http'] {
  const spans = ['hop', 'all'] as const
  const ignorePaths = given.ignorePaths ?? env.list('HEDDLE_IGNORE_PATHS')
  return {
    ...given,
    ...(ignorePaths && { ignorePaths }),
    spans: checkedOneOf(spans, 'http.spans', given.spans, problems) ?? env.oneOf(spans, 'HEDDLE_SPANS') ?? 'hop',
  }
}

function resolveInstrumentations(
  options: HeddleOptions,
  env: EnvironmentReader,
  problems: Problems,
): ReadonlySet<InstrumentationName> {
  const named = (variable: string) => {
    const names = env.list(variable)
    // Names of contrib instrumentations are other people's settings, not mistakes.
    if (names?.length === 0) problems.add(variable, '', INSTRUMENTATIONS.join(', '))
    return names
  }
  const enabled = named('OTEL_NODE_ENABLED_INSTRUMENTATIONS') ?? INSTRUMENTATIONS
  const disabled = named('OTEL_NODE_DISABLED_INSTRUMENTATIONS') ?? []
  return new Set(
    INSTRUMENTATIONS.filter(
      (name) =>
        enabled.includes(name) && !disabled.includes(name) && !(name === 'pino' && options.bridges?.pino === false),
    ),
  )
}
