import type { Problems } from './problems'

/**
 * Checks one option that was given in code, since TypeScript does not guard a JavaScript caller. A
 * value that cannot be used is noted in `problems` and becomes `undefined`, so that one start shows
 * every mistake at once.
 */
export type Check<T> = (setting: string, value: unknown, problems: Problems) => T | undefined

/** The same options, each of which may also be given as `undefined`. */
export type OrUndefined<T> = { readonly [K in keyof T]?: T[K] | undefined }

/**
 * Options that passed their checks: those given as `undefined`, which means "not given", are gone.
 */
export type Checked<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** A check for each option: an option of `T` without one does not compile. */
export type Checks<T> = { readonly [K in keyof T]-?: Check<Exclude<T[K], undefined>> }

/**
 * A value that `fits`. The message shows only the kind of any other value: it may hold a secret.
 */
export function kind<T>(allowed: string, fits: (value: unknown) => boolean): Check<T> {
  return (setting, value, problems) => {
    if (fits(value)) return value as T
    problems.addKind(setting, value, allowed)
    return undefined
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isFunction = (value: unknown): boolean => typeof value === 'function'

export const bool: Check<boolean> = kind('true or false', (value) => typeof value === 'boolean')
export const text: Check<string> = kind('a string', isText)
export const fn = <T>(): Check<T> => kind<T>('a function', isFunction)

/** An object with these methods, such as an official part of OpenTelemetry. */
export function withMethods<T>(...names: readonly string[]): Check<T> {
  return kind<T>(
    `an object with ${names.map((name) => `${name}()`).join(', ')}`,
    (value) => isObject(value) && names.every((name) => typeof value[name] === 'function'),
  )
}

export function integer(minimum: number): Check<number> {
  return (setting, value, problems) => {
    if (Number.isSafeInteger(value) && (value as number) >= minimum) return value as number
    problems.add(setting, value, `a whole number from ${minimum}`)
    return undefined
  }
}

export function oneOf<T extends string>(allowed: readonly T[]): Check<T> {
  return (setting, value, problems) => {
    if (allowed.includes(value as T)) return value as T
    problems.add(setting, value, allowed.join(', '))
    return undefined
  }
}

export function listOf<T>(member: Check<T>): Check<readonly T[]> {
  return (setting, value, problems) => {
    if (!Array.isArray(value)) {
      problems.addKind(setting, value, 'an array')
      return undefined
    }
    return value
      .map((each, index) => member(`${setting}[${index}]`, each, problems))
      .filter((checked) => checked !== undefined)
  }
}

/**
 * For options of two kinds: `first` checks a value that `applies` accepts, `otherwise` any other.
 */
export function either<A, B>(applies: (value: unknown) => boolean, first: Check<A>, otherwise: Check<B>): Check<A | B> {
  return (setting, value, problems) => (applies(value) ? first : otherwise)(setting, value, problems)
}

/** `false` for "off", or an object of options. */
export function orFalse<T>(options: Check<T>): Check<T | false> {
  return (setting, value, problems) => (value === false ? value : options(setting, value, problems))
}

/** An object of options. An unknown name is noted; options that are `undefined` are left out. */
export function object<T extends object>(checks: Checks<T>, allowed = 'an object'): Check<Checked<T>> {
  const known = Object.keys(checks) as (keyof T & string)[]
  return (setting, value, problems) => {
    if (!isObject(value) || Array.isArray(value)) {
      problems.addKind(setting || 'start()', value, allowed)
      return undefined
    }
    // An instance of a class may have members of its own beside its options.
    const unknown = isPlain(value) ? Object.keys(value).filter((key) => !(known as string[]).includes(key)) : []
    for (const key of unknown) problems.addUnknown(setting || 'start()', key, known)
    const given: Record<string, unknown> = {}
    for (const key of known) {
      if (value[key] === undefined) continue
      const checked: unknown = checks[key](setting ? `${setting}.${key}` : key, value[key], problems)
      if (checked !== undefined) given[key] = typeof checked === 'function' ? checked.bind(value) : checked
    }
    return given as Checked<T>
  }
}

/**
 * The same object, typed as `object()` leaves it: without members that are `undefined`. The type of
 * an option within another one does not say so.
 */
export function checked<T extends object>(given: T): Checked<T> {
  return given as Checked<T>
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
