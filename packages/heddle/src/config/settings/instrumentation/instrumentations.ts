import { LIBRARIES, type Library, type LibraryName } from '@heddle/instrumentation/libraries'
import { CONTRIB_LIBRARIES, type ContribName, OTHER_CONTRIB_NAMES } from '../../../beside/contrib-libraries'
import { type Check, either, listOf, withMethods } from '../../reading/checks'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'
import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'
import type { BridgesOption } from './bridges'
import type { LibrariesOption } from './libraries'

/** An official `Instrumentation`, Heddle's or OpenTelemetry contrib's. */
export interface InstrumentationLike {
  /** The name, which is also that of its scope. */
  readonly instrumentationName: string
  enable(): void
  disable(): void
  setTracerProvider(provider: unknown): void
  setMeterProvider(provider: unknown): void
  setLoggerProvider?(provider: unknown): void
}

export interface InstrumentationsOption {
  /**
   * More instrumentations, e.g. OpenTelemetry contrib's for a database. A member may be a list of
   * them. One that fails to start is reported and left out; one that does the same as an
   * instrumentation of Heddle's is left out, with a warning. They see a CommonJS package that an ES
   * module imports, too; for packages of ES modules register OpenTelemetry's loader hook.
   *
   * Errors: a member without `enable()`, `disable()` and `setTracerProvider()`.
   * @default none
   */
  readonly instrumentations?: readonly (InstrumentationLike | readonly InstrumentationLike[])[] | undefined
}

const instrumentation: Check<InstrumentationLike> = withMethods('enable', 'disable', 'setTracerProvider')

/** The app's own instrumentations, without the lists that they came in. */
export const instrumentations: Setting<
  InstrumentationsOption,
  { readonly otherInstrumentations: readonly InstrumentationLike[] }
> = {
  checks: { instrumentations: listOf(either(Array.isArray, listOf(instrumentation), instrumentation)) },
  variables: {},
  resolve: (given) => ({ otherInstrumentations: (given.instrumentations ?? []).flat() }),
}

/**
 * Our instrumentations and bridges, by the names that `OTEL_NODE_ENABLED_INSTRUMENTATIONS` uses.
 */
const INSTRUMENTATIONS = [
  ...(['http', 'undici', 'express', 'fastify', 'pino'] as const),
  ...(Object.keys(LIBRARIES) as LibraryName[]),
]
export type InstrumentationName = (typeof INSTRUMENTATIONS)[number]

const CONTRIB_NAMES = Object.keys(CONTRIB_LIBRARIES) as ContribName[]
const NAMES: readonly string[] = [...INSTRUMENTATIONS, ...CONTRIB_NAMES]
const OPT_IN: readonly string[] = Object.values(LIBRARIES).flatMap(({ name, isOptIn }: Library) =>
  isOptIn ? [name] : [],
)

/**
 * Which of ours are on, and which of contrib's may be loaded with their libraries: all but those that
 * are to be named, unless `bridges`, `libraries` or the variables say otherwise. Two are those of
 * OpenTelemetry's `auto-instrumentations-node`, which reads them too; the third is Heddle's alone.
 */
export const ownInstrumentations: Setting<
  object,
  {
    readonly instrumentations: ReadonlySet<InstrumentationName>
    readonly contribLibraries: ReadonlySet<ContribName>
  },
  BridgesOption & InstrumentationsOption & LibrariesOption
> = {
  checks: {},
  variables: {
    OTEL_NODE_ENABLED_INSTRUMENTATIONS: used('all of ours but socket.io'),
    OTEL_NODE_DISABLED_INSTRUMENTATIONS: used('none'),
    HEDDLE_DISABLED_INSTRUMENTATIONS: used('none'),
  },
  resolve({ bridges, instrumentations, libraries = {} }, { env, problems }) {
    const reader = env.for('instrumentations')
    const enabled = namesIn('OTEL_NODE_ENABLED_INSTRUMENTATIONS', reader, problems)
    const disabled = (['OTEL_NODE_DISABLED_INSTRUMENTATIONS', 'HEDDLE_DISABLED_INSTRUMENTATIONS'] as const).flatMap(
      (variable) => namesIn(variable, reader, problems) ?? [],
    )
    const off = Object.entries({ ...libraries, pino: bridges?.pino }).flatMap(([name, given]) =>
      given === false ? [name] : [],
    )
    const isEnabled = (name: string) => enabled?.includes(name) ?? (!OPT_IN.includes(name) || name in libraries)
    const isOn = (name: string) => isEnabled(name) && !disabled.includes(name) && !off.includes(name)
    // The summary shows the app's own among them.
    if (off.length > 0 || instrumentations?.length) env.origins.addCode('instrumentations')
    return {
      instrumentations: new Set(INSTRUMENTATIONS.filter(isOn)),
      contribLibraries: new Set(CONTRIB_NAMES.filter(isOn)),
    }
  },
}

function namesIn(variable: string, env: EnvironmentReader, problems: Problems): readonly string[] | undefined {
  const names = env.list(variable)
  if (names?.length === 0) {
    problems.addVariable(variable, env.string(variable)!, INSTRUMENTATIONS.join(', '))
    return undefined
  }
  if (names !== undefined) env.used(variable)
  // What is never loaded is off. Other names may stand there for another SDK: a warning, no error.
  const known = variable === 'OTEL_NODE_ENABLED_INSTRUMENTATIONS' ? NAMES : [...NAMES, ...OTHER_CONTRIB_NAMES]
  const foreign = names?.filter((name) => !known.includes(name)) ?? []
  if (foreign.length > 0) problems.warn(variable, `not known: ${foreign.join(', ')}; known are ${NAMES.join(', ')}`)
  return names
}
