import { isUtf8 } from 'node:buffer'
import { homedir } from 'node:os'
import type { FileSettings } from './config-file'
import { checkOptions, type HeddleOptions, SETTINGS } from './options'
import type { Checked } from './reading/checks'
import { EnvironmentReader } from './reading/environment'
import { Problems } from './reading/problems'
import { readRegularFile } from './reading/read-file'
import type { Host, ResolvedOf, Sources } from './reading/setting'
import { isEnabled } from './settings/process/enabled'
import { SERVICE_ATTRIBUTES } from './settings/service'
import { VARIABLES } from './variables'

const CONFIG_FILE = 'OTEL_CONFIG_FILE'
/** Some hundred times what a file needs. To read more of YAML takes seconds, in which no app starts. */
const MAX_FILE_BYTES = 1_048_576

export type { InstrumentationName } from './settings/instrumentation/instrumentations'

/**
 * Everything that was decided at start, once: the results of all settings. Frozen. It holds
 * secrets: `ConfigSummary` is the part that may be shown.
 */
export type HeddleConfig = Readonly<ResolvedOf<typeof SETTINGS>> & {
  readonly enabled: boolean
  /** The file of declarative configuration, when there is one. */
  readonly configFile?: string
  /** The environment for the resource, where it is not that of the process. */
  readonly environment?: Host['env']
  /** Settings that are odd but not wrong. `start()` prints each once. */
  readonly warnings: readonly string[]
}

/**
 * Code, then environment, then defaults, into one frozen object. Nothing is installed or connected
 * here.
 *
 * Whether Heddle is on is decided first: to switch it off, nobody must correct the rest of the
 * configuration.
 *
 * @throws HeddleConfigError naming every setting that cannot be used, what was read and what is
 * allowed.
 */
export function resolveConfig(options: HeddleOptions = {}, given: Partial<Host> = {}): HeddleConfig {
  const host: Host = { env: process.env, readFile: readRegularFile, homedir, ...given }
  const problems = new Problems(VARIABLES)
  if (!isEnabled(options, new EnvironmentReader(host.env, problems))) return disabled(problems, host)
  const file = configFileOf(host, problems)
  if (file === undefined) {
    problems.throwIfAny()
    const env = new EnvironmentReader(host.env, problems)
    const config = resolveAll(true, checkOptions(options, problems), { env, problems, host }, {})
    problems.throwIfAny()
    return config
  }
  const variables = { ...withoutSpecified(host.env), ...file.env }
  problems.places = file.places
  const env = new EnvironmentReader(variables, problems)
  if (!isEnabled(options, env)) return disabled(problems, host)
  problems.throwIfAny()
  const checked = withFile(checkOptions(options, problems), file)
  const config = resolveAll(true, checked, { env, problems, host }, { configFile: file.path, environment: variables })
  problems.throwIfAny()
  return config
}

function disabled(problems: Problems, host: Host): HeddleConfig {
  return resolveAll(false, {}, { env: new EnvironmentReader({}, problems), problems, host }, {})
}

function resolveAll(
  enabled: boolean,
  given: Checked<HeddleOptions>,
  sources: Sources,
  origin: Pick<HeddleConfig, 'configFile' | 'environment'>,
): HeddleConfig {
  const resolved = SETTINGS.map((setting) => setting.resolve(given, sources))
  return Object.freeze(Object.assign({ enabled, warnings: sources.problems.warnings, ...origin }, ...resolved))
}

/** The file that `OTEL_CONFIG_FILE` names, read. */
function configFileOf(host: Host, problems: Problems): (FileSettings & { readonly path: string }) | undefined {
  const path = new EnvironmentReader(host.env, problems).string(CONFIG_FILE)
  if (path === undefined) return undefined
  let content: Buffer
  try {
    content = host.readFile(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    problems.add(CONFIG_FILE, path, `a file that can be read (${code ?? message})`)
    return undefined
  }
  if (content.length > MAX_FILE_BYTES || !isUtf8(content)) {
    problems.add(CONFIG_FILE, path, `a file of at most ${MAX_FILE_BYTES} bytes of UTF-8`)
    return undefined
  }
  const { readConfigFile } = require('./config-file') as typeof import('./config-file')
  const settings = readConfigFile(
    content.toString(),
    host.env,
    (place, why) => problems.reject(`${path}: ${place || 'the file'}`, why),
    (place, why) => problems.warn(`${path}: ${place || 'the file'}`, why),
  )
  const places = Object.entries(settings.places).map(([name, place]) => [name, `${path}: ${place}`] as const)
  return { ...settings, places: Object.fromEntries(places), path }
}

/** By the specification a file takes the place of the variables that it could have said. */
function withoutSpecified(env: Host['env']): Host['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('OTEL_') || name === CONFIG_FILE))
}

/** What a file says that is no variable. Code comes before it. */
function withFile(given: Checked<HeddleOptions>, { sampler, attributes }: FileSettings): Checked<HeddleOptions> {
  const identity: Record<string, unknown> = { ...given.service }
  const others = { ...attributes }
  for (const [field, name] of Object.entries(SERVICE_ATTRIBUTES)) {
    const value = others[name]
    delete others[name]
    if (typeof value === 'string') identity[field] ??= value
  }
  const service = { ...identity, attributes: { ...others, ...given.service?.attributes } }
  return { ...(sampler && { sampler }), ...given, service }
}
