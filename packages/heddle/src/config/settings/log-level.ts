import type { Level } from '@heddle/logger'
import { oneOf } from '../reading/checks'
import type { Setting } from '../reading/setting'
import { used } from '../reading/variables'

export interface LogLevelOption {
  /**
   * The lowest level that `heddle.logger()` writes; `silent` writes nothing.
   *
   * Errors: any other word.
   * @default `HEDDLE_LOG_LEVEL`, else 'info'
   */
  readonly logLevel?: Level | 'silent' | undefined
}

const LEVELS: readonly (Level | 'silent')[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

export const logLevel: Setting<LogLevelOption, { readonly logLevel: Level | 'silent' }> = {
  checks: { logLevel: oneOf(LEVELS) },
  variables: { HEDDLE_LOG_LEVEL: used('info') },
  resolve: (given, { env }) => ({
    logLevel: given.logLevel ?? env.for('logLevel').oneOf(LEVELS, 'HEDDLE_LOG_LEVEL') ?? 'info',
  }),
}
