import { bool } from '../../reading/checks'
import type { EnvironmentReader } from '../../reading/environment'
import { type Setting, unresolved } from '../../reading/setting'

export interface EnabledOption {
  /**
   * Whether Heddle does anything. `false` installs nothing and reads no other setting, so that
   * mistakes elsewhere do not matter.
   *
   * Errors: anything but `true` and `false`.
   * @default true, unless `OTEL_SDK_DISABLED` is `true`
   */
  readonly enabled?: boolean | undefined
}

export const enabled: Setting<EnabledOption> = {
  checks: { enabled: bool },
  // `preload/tools.ts` reads HEDDLE_TOOLS.
  variables: { OTEL_SDK_DISABLED: undefined, HEDDLE_TOOLS: undefined },
  resolve: unresolved,
}

/** Decided before the options are checked: `options` may be anything. */
export function isEnabled(options: EnabledOption | null, env: EnvironmentReader): boolean {
  const given: unknown = options?.enabled
  return typeof given === 'boolean' ? given : !env.for('enabled').flag('OTEL_SDK_DISABLED')
}
