import type { Setting } from '../../reading/setting'

/** `resolve.ts` reads the file before all else. */
export const configFile: Setting<object> = {
  checks: {},
  variables: { OTEL_CONFIG_FILE: 'refuse' },
  resolve: () => ({}),
}
