import { isAbsolute, join } from 'node:path'
import type { SpoolOptions } from '@heddle/otlp'
import type { EnvironmentReader } from '../../reading/environment'
import type { ExportOptions } from './options'

/** Where what cannot be sent is kept, and within which bounds. */
export interface ResolvedSpool extends SpoolOptions {
  /** Nobody named `dir`: it is where all services of this user have theirs, so each needs one of its own in it. */
  readonly isShared?: true
}

/**
 * On, unless `export.spool` or `HEDDLE_SPOOL` is `false`: in the directory that was named, else in the user's own for
 * the state of programs. Undefined as well where there is no such directory, which is then said. With its journal, unless
 * `export.spool.journal` or `HEDDLE_SPOOL_JOURNAL` is `false`.
 *
 * @param homedir the user's home, where it is known
 */
export function resolveSpool(
  given: ExportOptions['spool'],
  env: EnvironmentReader,
  homedir: () => string,
): ResolvedSpool | undefined {
  const isOn = env.boolean('HEDDLE_SPOOL') ?? true
  const isJournaled = env.boolean('HEDDLE_SPOOL_JOURNAL')
  if (given === false || (given === undefined && !isOn)) return undefined
  const { dir = env.string('HEDDLE_SPOOL_DIR'), journal = isJournaled, ...bounds } = given ?? {}
  const options = { ...bounds, ...(journal !== undefined && { journal }) }
  if (dir !== undefined) return { ...options, dir }
  const state = stateHome(env, homedir)
  return state === undefined ? undefined : { ...options, dir: join(state, 'heddle'), isShared: true }
}

/** As the XDG base directory specification has it, and its like on Windows. */
function stateHome(env: EnvironmentReader, homedir: () => string): string | undefined {
  const named = env.string('XDG_STATE_HOME') ?? env.string('LOCALAPPDATA')
  // The specification: a path that is not absolute is to be ignored.
  if (named !== undefined && isAbsolute(named)) return named
  try {
    const home = homedir()
    return isAbsolute(home) ? join(home, '.local', 'state') : undefined
  } catch {
    // The user of a container need not be anyone whom the system knows.
    return undefined
  }
}
