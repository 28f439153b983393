import { bool, either, object } from '../../reading/checks'
import type { Setting } from '../../reading/setting'

export interface BridgesOption {
  /**
   * Bridges of the loggers that the app already uses. `pino: false` switches pino's off; `pino:
   * { addIds: false }` makes records of pino's lines and leaves the lines as they are.
   *
   * Errors: anything but `true`, `false` or an object with `addIds`.
   * @default { pino: { addIds: true } }
   */
  readonly bridges?: { readonly pino?: boolean | { readonly addIds?: boolean | undefined } | undefined } | undefined
}

export const bridges: Setting<BridgesOption, { readonly pino: { readonly addIds: boolean } }> = {
  checks: {
    bridges: object<NonNullable<BridgesOption['bridges']>>({
      pino: either((value) => typeof value === 'boolean', bool, object({ addIds: bool }, 'true, false or an object')),
    }),
  },
  variables: {},
  resolve(given) {
    const pino = given.bridges?.pino
    return { pino: { addIds: typeof pino === 'object' ? (pino.addIds ?? true) : true } }
  },
}
