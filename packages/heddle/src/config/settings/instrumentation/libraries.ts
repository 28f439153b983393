import { type CallOptions, LIBRARIES } from '@heddle/instrumentation/libraries'
import { CONTRIB_LIBRARIES } from '../../../beside/contrib-libraries'
import { bool, type Check, type Checks, checked, kind, object, orFalse } from '../../reading/checks'
import type { Setting } from '../../reading/setting'

/** What may be said of one library that Heddle traces. */
export interface LibraryOptions {
  /**
   * Leaves out calls outside of all spans, such as those of a timer. What is received, a message or a
   * request, is traced all the same.
   *
   * @default false
   */
  readonly requireParent?: boolean | undefined
  /**
   * Of `pg`: the values that are sent beside a statement are attributes (`db.query.parameter.0`),
   * secrets among them.
   *
   * @default false
   */
  readonly queryParameters?: boolean | undefined
}

export interface LibrariesOption {
  /**
   * Options of single libraries, by their names in `HEDDLE_DISABLED_INSTRUMENTATIONS`. `false`: the
   * library is not traced; an object: `socket.io` is, which otherwise is not. Those of contrib's take
   * `false` alone.
   *
   * Errors: an unknown name; an option that the library has not; anything but `true` and `false` in
   * one.
   * @default every library is traced, wherever it is called, without parameters
   * @example
   * start({ libraries: { pg: { queryParameters: true }, ioredis: { requireParent: true }, knex: false } })
   */
  readonly libraries?: { readonly [name: string]: false | LibraryOptions | undefined } | undefined
}

/** Those that tell the values beside a statement. */
const WITH_PARAMETERS: readonly string[] = ['pg']

const withParameters = object<LibraryOptions>({ requireParent: bool, queryParameters: bool }, 'false or an object')
const without = object<Pick<LibraryOptions, 'requireParent'>>({ requireParent: bool }, 'false or an object')
const off: Check<false> = kind('false', (value) => value === false)

const checks: Checks<NonNullable<LibrariesOption['libraries']>> = Object.fromEntries([
  ...Object.keys(LIBRARIES).map((name) => [name, orFalse(WITH_PARAMETERS.includes(name) ? withParameters : without)]),
  ...Object.keys(CONTRIB_LIBRARIES).map((name) => [name, off]),
])

/** What is off is among {@link ownInstrumentations}. */
export const libraries: Setting<LibrariesOption, { readonly libraryOptions: Readonly<Record<string, CallOptions>> }> = {
  checks: { libraries: object(checks) },
  variables: {},
  resolve: ({ libraries: given = {} }) => ({
    libraryOptions: Object.fromEntries(
      Object.entries(given).flatMap(([name, options]) => (options ? [[name, checked(options)]] : [])),
    ),
  }),
}
