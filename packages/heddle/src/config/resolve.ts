import { isUtf8 } from 'node:buffer'
import { homedir } from 'node:os'
import type { FileSettings } from './config-file'
import { checkOptions, type HeddleOptions, SETTINGS } from './options'
import type { Checked } from './reading/checks'
import { EnvironmentReader } from './reading/environment'
import { Origins } from './reading/origins'
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
  /** Where the values came from that the summary shows. */
  readonly origins: Origins
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
  const env = new EnvironmentReader(host.env, problems)
  if (!isEnabled(options, env)) return disabled(env.origins, problems, host)
  const file = configFileOf(env, problems, host)
  if (file === undefined) {
    problems.throwIfAny()
    const config = resolveAll(true, checkOptions(options, problems), { env, problems, host }, {})
    problems.throwIfAny()
    return config
  }
  const variables = { ...withoutSpecified(host.env), ...file.env }
  problems.places = file.places
  const fileEnv = new EnvironmentReader(variables, problems)
  const { origins } = fileEnv
  if (!isEnabled(options, fileEnv)) return disabled(origins, problems, host)
  problems.throwIfAny()
  origins.set('configFile', CONFIG_FILE)
  const checked = withFile(checkOptions(options, problems), file, origins)
  const sources = { env: fileEnv, problems, host }
  const config = resolveAll(true, checked, sources, { configFile: file.path, environment: variables })
  problems.throwIfAny()
  return config
}

/** The configuration of a Heddle that does nothing, whatever was said. `why` is its source. */
export function disabledConfig(why: string): HeddleConfig {
  const origins = new Origins()
  origins.set('enabled', why)
  return disabled(origins, new Problems(VARIABLES), { readFile: readRegularFile, homedir })
}

function disabled(origins: Origins, problems: Problems, host: Sources['host']): HeddleConfig {
  return resolveAll(false, {}, { env: new EnvironmentReader({}, problems, origins), problems, host }, {})
}

function resolveAll(
  enabled: boolean,
  given: Checked<HeddleOptions>,
  sources: Sources,
  origin: Pick<HeddleConfig, 'configFile' | 'environment'>,
): HeddleConfig {
  const resolved = SETTINGS.map((setting) => setting.resolve(given, sources))
  return Object.freeze(
    Object.assign(
      { enabled, warnings: sources.problems.warnings, origins: sources.env.origins, ...origin },
      ...resolved,
    ),
  )
}

/** The file that `OTEL_CONFIG_FILE` names, read. */
function configFileOf(
  env: EnvironmentReader,
  problems: Problems,
  host: Host,
): (FileSettings & { readonly path: string }) | undefined {
  const path = env.string(CONFIG_FILE)
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
  const places = Object.keys(settings.env).map((name) => {
    const place = settings.places[name]
    // A part that the file leaves out is off, which is from no place in it.
    return [name, place === undefined ? path : `${path}: ${place}`] as const
  })
  return { ...settings, places: Object.fromEntries(places), path }
}

/** By the specification a file takes the place of the variables that it could have said. */
function withoutSpecified(env: Host['env']): Host['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('OTEL_') || name === CONFIG_FILE))
}

/** What a file says that is no variable. Code comes before it. */
function withFile(
  given: Checked<HeddleOptions>,
  { path, sampler, attributes }: FileSettings & { readonly path: string },
  origins: Origins,
): Checked<HeddleOptions> {
  const identity: Record<string, unknown> = { ...given.service }
  const others = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]))
  for (const [field, name] of Object.entries(SERVICE_ATTRIBUTES)) {
    const value = others[name]
    delete others[name]
    const isGiven = isText(identity[field]) || given.service?.attributes?.[name] !== undefined
    if (typeof value !== 'string' || isGiven) continue
    identity[field] = value
    origins.fromFile(`service.${field}`, `${path}: ${attributes[name]!.place}`)
  }
  const service = { ...identity, attributes: { ...others, ...given.service?.attributes } }
  if (sampler === undefined || given.sampler !== undefined) return { ...given, service }
  origins.fromFile('sampler', `${path}: ${sampler.place}`)
  return { ...given, sampler: sampler.value, service }
}

/** A blank one counts as not given. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
