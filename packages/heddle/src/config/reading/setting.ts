import type { Checked, Checks } from './checks'
import type { Environment, EnvironmentReader } from './environment'
import type { Problems } from './problems'
import type { Variables } from './variables'

/** The parts of the process and the system that resolving reads. */
export interface Host {
  /** @default process.env */
  readonly env: Environment
  /** @default readRegularFile */
  readFile(path: string): Buffer
  /** The user's home. May throw where the user is unknown to the system. @default os.homedir */
  homedir(): string
}

/** The sources of a setting beside the options in code. */
export interface Sources {
  readonly env: EnvironmentReader
  readonly problems: Problems
  readonly host: Omit<Host, 'env'>
}

/**
 * Everything that belongs to one setting; its file also holds the interface of its option.
 *
 * `Option` is the part of `HeddleOptions` that the setting adds, `Resolved` the part of
 * `HeddleConfig`. `Read` are the options that its resolution reads, when others are among them.
 */
export interface Setting<Option extends object, Resolved extends object = object, Read extends object = Option> {
  /** A check for each of its options. The compiler refuses an option without one. */
  readonly checks: Checks<Option>
  /** The variables that it reads, or that are read for it elsewhere. */
  readonly variables: Variables
  /**
   * Code, then environment, then default. Called once, at start, with options that were checked.
   */
  resolve(given: Checked<Read>, sources: Sources): Resolved
}

/** A setting within `export`, mostly of one signal. `export.ts` knows what its resolution needs. */
export type ExportSetting<Option extends object> = Pick<Setting<Option>, 'checks' | 'variables'> & {
  readonly resolve: (...needed: never) => unknown
}

/** For settings that other parts read from the options themselves. */
export const unresolved = (): object => ({})

type Intersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** The checks of all `Settings` together, by option. */
type ChecksOf<Settings extends readonly Pick<Setting<object>, 'checks'>[]> = Intersection<Settings[number]['checks']>

/** The results of all `Settings` together, by name. */
export type ResolvedOf<Settings extends readonly { resolve(...given: never): object }[]> = Intersection<
  ReturnType<Settings[number]['resolve']>
>

/** In the order of `settings`, in which the messages list the options. */
export function checksOf<Settings extends readonly Pick<Setting<object>, 'checks'>[]>(
  settings: Settings,
): ChecksOf<Settings> {
  return Object.assign({}, ...settings.map(({ checks }) => checks))
}

export function variablesOf(settings: readonly Pick<Setting<object>, 'variables'>[]): Variables {
  return Object.assign({}, ...settings.map(({ variables }) => variables))
}
