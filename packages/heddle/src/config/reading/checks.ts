import type { Problems } from './problems'

/**
 * Checks one option that was given in code, since TypeScript does not guard a JavaScript caller. What cannot be used is
 * noted in `problems` and becomes `undefined`, so that one start shows every mistake at once.
 */
export type Check<T> = (setting: string, value: unknown, problems: Problems) => T | undefined

/** Options without those that were given as `undefined`, which means "not given". */
export type Checked<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** A check for each option: one that the interface has and the check has not is a compile error. */
export type Checks<T> = { readonly [K in keyof T]-?: Check<Exclude<T[K], undefined>> }

/** A value of some kind. One of another kind is not shown: it may hold anything. */
export function ofKind<T>(allowed: string, fits: (value: unknown) => boolean): Check<T> {
  return (setting, value, problems) => {
    if (fits(value)) return value as T
    problems.addKind(setting, value, allowed)
    return undefined
  }
}

export const bool: Check<boolean> = ofKind('true or false', (value) => typeof value === 'boolean')
export const text: Check<string> = ofKind('a string', (value) => typeof value === 'string')
export const func = <T>(): Check<T> => ofKind<T>('a function', (value) => typeof value === 'function')

/** An object of anyone's, such as an official part of OpenTelemetry, known by its methods. */
export function withMethods<T>(...names: readonly string[]): Check<T> {
  return ofKind<T>(
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

/** For options of more than one kind: `first` where it `applies`, else `otherwise`. */
export function when<A, B>(applies: (value: unknown) => boolean, first: Check<A>, otherwise: Check<B>): Check<A | B> {
  return (setting, value, problems) => (applies(value) ? first : otherwise)(setting, value, problems)
}

/** An object of options. Only those that are known count, and those that are `undefined` are left out. */
export function shape<T extends object>(checks: Checks<T>, allowed = 'an object'): Check<Checked<T>> {
  const known = Object.keys(checks) as (keyof T & string)[]
  return (setting, value, problems) => {
    if (!isObject(value) || Array.isArray(value)) {
      problems.addKind(setting || 'start()', value, allowed)
      return undefined
    }
    // An instance of a class may keep what it likes beside its options.
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

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
