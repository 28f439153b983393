import { isAbsolute, join } from 'node:path'
import type { SpoolOptions } from '@heddle/otlp'
import { bool, integer, isText, kind, object, orFalse } from '../../reading/checks'
import type { EnvironmentReader } from '../../reading/environment'
import type { ExportSetting, Host } from '../../reading/setting'

export interface SpoolOption {
  /**
   * Keeps on disk what cannot be sent, through an outage and from one process to the next. `false`:
   * in memory alone. Processes that share a `dir` must send to the same place. Its `journal` is
   * written while all is well, too, so that a `kill -9` takes the last 100 ms alone.
   *
   * Errors: a `dir` that is no text; `maxBytes` below 65,536; `maxAgeMs` below 1 (milliseconds);
   * `maxFiles` below 2; `fsync` or `journal` that is no boolean.
   * @default on, unless `HEDDLE_SPOOL` is false; `dir` from `HEDDLE_SPOOL_DIR`, else one for this
   * service in the user's state directory; `journal` on, unless `HEDDLE_SPOOL_JOURNAL` is false
   */
  readonly spool?: Partial<SpoolOptions> | false | undefined
}

/** The directory and the bounds of what is kept on disk. */
export interface ResolvedSpool extends SpoolOptions {
  /** `dir` is the user's state directory, in which each service needs one of its own. */
  readonly isShared?: true
}

const dir = kind<string>('the path of a directory', (value) => isText(value) && value.trim() !== '')

export const spool = {
  checks: {
    spool: orFalse(
      object<Partial<SpoolOptions>>(
        { dir, maxBytes: integer(64 * 1024), maxAgeMs: integer(1), maxFiles: integer(2), fsync: bool, journal: bool },
        `an object such as { dir: '/var/lib/orders/telemetry' }, or false for none`,
      ),
    ),
  },
  variables: { HEDDLE_SPOOL: 'refuse', HEDDLE_SPOOL_DIR: undefined, HEDDLE_SPOOL_JOURNAL: 'refuse' },
  resolve: resolveSpool,
} satisfies ExportSetting<SpoolOption>

/**
 * On, unless `export.spool` or `HEDDLE_SPOOL` is `false`: in the directory that was named, else in
 * the user's directory for the state of programs. `undefined` also where there is no such
 * directory.
 */
function resolveSpool(
  given: SpoolOption['spool'],
  env: EnvironmentReader,
  homedir: Host['homedir'],
): ResolvedSpool | undefined {
  const isOn = env.boolean('HEDDLE_SPOOL') ?? true
  const isJournaled = env.boolean('HEDDLE_SPOOL_JOURNAL')
  if (given === false || (given === undefined && !isOn)) return undefined
  const { dir = dirInVariable(env.for('spoolDir')), journal = isJournaled, ...bounds } = given ?? {}
  const options = { ...bounds, ...(journal !== undefined && { journal }) }
  if (dir !== undefined) return { ...options, dir }
  const state = stateHome(env.for('spoolDir'), homedir)
  return state === undefined ? undefined : { ...options, dir: join(state, 'heddle'), isShared: true }
}

function dirInVariable(env: EnvironmentReader): string | undefined {
  const found = env.firstOf('HEDDLE_SPOOL_DIR')
  if (found) env.used(found.name)
  return found?.value
}

/** By the XDG base directory specification, or its like on Windows. */
function stateHome(env: EnvironmentReader, homedir: () => string): string | undefined {
  const found = env.firstOf('XDG_STATE_HOME', 'LOCALAPPDATA')
  // The specification: a path that is not absolute is to be ignored.
  if (found && isAbsolute(found.value)) {
    env.used(found.name)
    return found.value
  }
  try {
    const home = homedir()
    return isAbsolute(home) ? join(home, '.local', 'state') : undefined
  } catch {
    // The system need not know the user of a container.
    return undefined
  }
}
