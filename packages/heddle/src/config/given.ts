import type { Problems } from './problems'

/** Checks of what was given in code: TypeScript does not guard a JavaScript caller. `undefined` means not given. */

export function checkedInteger(
  minimum: number,
  setting: string,
  value: unknown,
  problems: Problems,
): number | undefined {
  if (value === undefined) return undefined
  if (Number.isSafeInteger(value) && (value as number) >= minimum) return value as number
  problems.add(setting, value, `a whole number from ${minimum}`)
  return undefined
}

export function checkedOneOf<T extends string>(
  allowed: readonly T[],
  setting: string,
  value: unknown,
  problems: Problems,
): T | undefined {
  if (value === undefined) return undefined
  if (allowed.includes(value as T)) return value as T
  problems.add(setting, value, allowed.join(', '))
  return undefined
}

export function checkKeys(setting: string, value: object, known: readonly string[], problems: Problems): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key))
      problems.add(`${setting} option ${JSON.stringify(key)}`, 'an unknown name', known.join(', '))
  }
}
