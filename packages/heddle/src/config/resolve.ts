import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import type { ServiceIdentity } from '@heddle/identity'
import type { Level } from '@heddle/logger'
import type { SpanCallbacks } from '@heddle/span-callbacks'
import { DiagLogLevel, type Sampler } from '@opentelemetry/api'
import { checkOptions, LEVELS } from './check'
import type { HeddleOptions, InstrumentationLike } from './options'
import type { Checked } from './reading/checks'
import { clamped } from './reading/durations'
import { type Environment, EnvironmentReader } from './reading/environment'
import { Problems } from './reading/problems'
import { type ResolvedExporters, resolveExporters } from './settings/export/exporters'
import type { ReadFile } from './settings/export/tls'
import {
  type InstrumentationName,
  type ResolvedHttp,
  resolveHttp,
  resolveInstrumentations,
} from './settings/instrumentation/instrumentations'
import { type ResolvedLimits, resolveLimits } from './settings/limits'
import { type ResolvedLedger, resolveLedger } from './settings/process/ledger'
import { warnOfUnsupported } from './settings/process/unsupported'
import { type ResolvedPropagation, resolvePropagation } from './settings/propagation'
import { resolveSampler } from './settings/sampler'

export type { InstrumentationName } from './settings/instrumentation/instrumentations'

/** Everything that was decided at start, once. Frozen. It holds secrets: what may be shown is its `ConfigSummary`. */
export interface HeddleConfig {
  readonly enabled: boolean
  readonly service: ServiceIdentity
  readonly callbacks: SpanCallbacks
  readonly exporters: ResolvedExporters
  readonly sampler: Sampler
  readonly propagation: ResolvedPropagation
  readonly http: ResolvedHttp
  /** Ours that are on. */
  readonly instrumentations: ReadonlySet<InstrumentationName>
  /** The user's own, without the lists that they came in. */
  readonly otherInstrumentations: readonly InstrumentationLike[]
  readonly pino: { readonly addIds: boolean }
  readonly limits: ResolvedLimits
  readonly ledger: ResolvedLedger
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
  /** @default os.homedir */
  readonly homedir?: () => string
}

type System = Required<Omit<Surroundings, 'env'>>

const DIAG_LEVELS = {
  none: DiagLogLevel.NONE,
  error: DiagLogLevel.ERROR,
  warn: DiagLogLevel.WARN,
  info: DiagLogLevel.INFO,
  debug: DiagLogLevel.DEBUG,
  verbose: DiagLogLevel.VERBOSE,
  all: DiagLogLevel.ALL,
}
const DIAG_LEVEL_NAMES = Object.keys(DIAG_LEVELS) as (keyof typeof DIAG_LEVELS)[]

/**
 * Code, then environment, then defaults, into one frozen object. Nothing is installed or connected here.
 *
 * Whether Heddle is on comes first: who switches it off must not have to correct the rest of the configuration.
 *
 * @throws HeddleConfigError naming every setting that cannot be used, what was read and what is allowed.
 */
export function resolveConfig(options: HeddleOptions = {}, surroundings: Surroundings = {}): HeddleConfig {
  const problems = new Problems()
  const env = new EnvironmentReader(surroundings.env ?? process.env, problems)
  const system = { readFile: surroundings.readFile ?? readFileSync, homedir: surroundings.homedir ?? homedir }
  if (!isEnabled(options, env)) {
    return resolveAll(false, {}, new EnvironmentReader({}, problems), problems, system)
  }
  const config = resolveAll(true, checkOptions(options, problems), env, problems, system)
  warnOfUnsupported(env, problems)
  problems.throwIfAny()
  return config
}

function isEnabled(options: HeddleOptions | null, env: EnvironmentReader): boolean {
  const given: unknown = options?.enabled
  return typeof given === 'boolean' ? given : !env.flag('OTEL_SDK_DISABLED')
}

function resolveAll(
  enabled: boolean,
  given: Checked<HeddleOptions>,
  env: EnvironmentReader,
  problems: Problems,
  { readFile, homedir }: System,
): HeddleConfig {
  const pino = given.bridges?.pino
  return Object.freeze({
    enabled,
    service: given.service ?? {},
    callbacks: (given.on ?? {}) as SpanCallbacks,
    exporters: resolveExporters(given, env, problems, readFile, homedir),
    sampler: resolveSampler(given.sampler, env, problems),
    propagation: resolvePropagation(given.propagation ?? {}, env, problems),
    http: resolveHttp(given.http ?? {}, env, problems),
    instrumentations: resolveInstrumentations(given, env, problems),
    otherInstrumentations: (given.instrumentations ?? []).flat(),
    pino: { addIds: typeof pino === 'object' ? (pino.addIds ?? true) : true },
    limits: resolveLimits(given.limits ?? {}, env),
    ledger: resolveLedger(given.ledger ?? {}, env, problems),
    logLevel: given.logLevel ?? env.oneOf(LEVELS, 'HEDDLE_LOG_LEVEL') ?? 'info',
    diagLevel: DIAG_LEVELS[env.oneOf(DIAG_LEVEL_NAMES, 'OTEL_LOG_LEVEL') ?? 'warn'],
    shutdownTimeoutMs: clamped(given.shutdownTimeoutMs ?? env.integer(0, 'HEDDLE_SHUTDOWN_TIMEOUT') ?? 2_000),
    warnings: problems.warnings,
  })
}
