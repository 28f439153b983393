import { type CallOptions, LIBRARIES, type LibraryName } from '@heddle/instrumentation/libraries'
import { CONTRIB_LIBRARIES, type ContribName } from '../../../beside/contrib-libraries'
import { bool, type Check, type Checks, checked, kind, type OrUndefined, object, orFalse } from '../../reading/checks'
import type { Setting } from '../../reading/setting'

/** Those that send values beside a statement, and tell them. */
const WITH_PARAMETERS = ['pg'] as const satisfies readonly LibraryName[]

/** Of any library. */
type LibraryOptions = OrUndefined<Pick<CallOptions, 'requireParent'>>

/** Of {@link WITH_PARAMETERS}. */
type QueryOptions = OrUndefined<CallOptions>

type LibrariesOptions = {
  readonly [Name in LibraryName]?:
    | false
    | (Name extends (typeof WITH_PARAMETERS)[number] ? QueryOptions : LibraryOptions)
    | undefined
} & { readonly [Name in ContribName]?: false | undefined }

export interface LibrariesOption {
  /**
   * Options of single libraries, by their names in `HEDDLE_DISABLED_INSTRUMENTATIONS`. `false`: the
   * library is not traced. `requireParent`: calls outside of all spans are not, as those of a timer.
   * `queryParameters`, of `pg`: the values that are sent beside a statement are attributes
   * (`db.query.parameter.0`), secrets among them.
   *
   * Errors: an unknown name; another option; anything but `true` and `false` in it.
   * @default every library is traced, wherever it is called, without parameters
   * @example
   * start({ libraries: { pg: { queryParameters: true }, ioredis: { requireParent: true }, knex: false } })
   */
  readonly libraries?: LibrariesOptions | undefined
}

const library = object<LibraryOptions>({ requireParent: bool }, 'false or an object')
const query = object<QueryOptions>({ requireParent: bool, queryParameters: bool }, 'false or an object')
const off: Check<false> = kind('false', (value) => value === false)

const checks = Object.fromEntries([
  ...Object.keys(LIBRARIES).map((name) => [
    name,
    orFalse((WITH_PARAMETERS as readonly string[]).includes(name) ? query : library),
  ]),
  ...Object.keys(CONTRIB_LIBRARIES).map((name) => [name, off]),
]) as unknown as Checks<LibrariesOptions>

/** What is off is among {@link ownInstrumentations}. */
export const libraries: Setting<LibrariesOption, { readonly libraryOptions: Readonly<Record<string, CallOptions>> }> = {
  checks: { libraries: object<LibrariesOptions>(checks) },
  variables: {},
  resolve: ({ libraries: given = {} }) => ({
    libraryOptions: Object.fromEntries(
      Object.entries(given).flatMap(([name, options]) => (options ? [[name, checked(options)]] : [])),
    ),
  }),
}
