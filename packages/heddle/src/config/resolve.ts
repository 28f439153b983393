import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { checkOptions, type HeddleOptions, SETTINGS } from './options'
import type { Checked } from './reading/checks'
import { EnvironmentReader } from './reading/environment'
import { Problems } from './reading/problems'
import type { Host, ResolvedOf, Sources } from './reading/setting'
import { isEnabled } from './settings/process/enabled'
import { VARIABLES } from './variables'

export type { InstrumentationName } from './settings/instrumentation/instrumentations'

/**
 * Everything that was decided at start, once: the results of all settings. Frozen. It holds
 * secrets: `ConfigSummary` is the part that may be shown.
 */
export type HeddleConfig = Readonly<ResolvedOf<typeof SETTINGS>> & {
  readonly enabled: boolean
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
  const host: Host = { env: process.env, readFile: readFileSync, homedir, ...given }
  const problems = new Problems(VARIABLES)
  const env = new EnvironmentReader(host.env, problems)
  if (!isEnabled(options, env)) {
    return resolveAll(false, {}, { env: new EnvironmentReader({}, problems), problems, host })
  }
  const config = resolveAll(true, checkOptions(options, problems), { env, problems, host })
  problems.throwIfAny()
  return config
}

function resolveAll(enabled: boolean, given: Checked<HeddleOptions>, sources: Sources): HeddleConfig {
  const resolved = SETTINGS.map((setting) => setting.resolve(given, sources))
  return Object.freeze(Object.assign({ enabled, warnings: sources.problems.warnings }, ...resolved))
}
