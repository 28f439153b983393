import type { SpanCallbacks } from '@heddle/span-callbacks'
import { checked, fn, type OrUndefined, object } from '../reading/checks'
import type { Setting } from '../reading/setting'

export interface CallbacksOption {
  /**
   * Functions that are called in the life of spans and log records: `traceStart`, `spanStart`,
   * `spanEnd`, `log`. An instance of a class may have them as methods. A callback that throws or
   * rejects is isolated, counted and reported once.
   *
   * Errors: a callback that is no function.
   * @default none
   */
  readonly on?: OrUndefined<SpanCallbacks> | undefined
}

export const callbacks: Setting<CallbacksOption, { readonly callbacks: SpanCallbacks }> = {
  checks: { on: object<SpanCallbacks>({ traceStart: fn(), spanStart: fn(), spanEnd: fn(), log: fn() }) },
  variables: {},
  resolve: (given) => ({ callbacks: checked(given.on ?? {}) as SpanCallbacks }),
}
