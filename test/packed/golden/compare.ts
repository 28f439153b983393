import type { Fields } from './fields'

/** What is not sent at all. */
export const ABSENT = '–'

/** The value of the line 3.x. */
export const AS_3 = 'as 3.x'

/** A difference that is known. `*` stands for any text that is sent, in a place as in a value. */
export interface Difference {
  /** `step > item | field`, or `step > item` for a whole span or log record. */
  readonly where: string | readonly string[]
  /** What stock sends: the same in both lines, or each its own. */
  readonly stock: string | { readonly 2: string; readonly 3: string }
  readonly heddle: string
  readonly reason: string
  /** Whether it depends on the machine, so that it may not show. @default false */
  readonly mayNotShow?: boolean
}

type Values = readonly [stock2: string, stock3: string, heddle: string]

/** Every place where not all three send the same. */
export function differing(two: Fields, three: Fields, heddle: Fields): ReadonlyMap<string, Values> {
  const lines = [two, three, heddle] as const
  const found = new Map<string, Values>()
  for (const place of new Set(lines.flatMap((line) => [...line.keys()]))) {
    const [item] = place.split(' | ', 1)
    const values = lines.map((line) => line.get(place) ?? ABSENT) as unknown as Values
    // What is left out as a whole is one difference, and its fields are none.
    const compared = item === place ? values : values.filter((_, index) => lines[index]!.has(item!))
    if (new Set(compared).size > 1) found.set(place, values)
  }
  return found
}

export const stockOf = ({ stock }: Difference): { readonly 2: string; readonly 3: string } =>
  typeof stock === 'string' ? { 2: stock, 3: stock } : stock

/** Whether the list knows of this difference. */
export function isKnown(difference: Difference, place: string, [two, three, heddle]: Values): boolean {
  const { 2: stock2, 3: stock3 } = stockOf(difference)
  const is = (value: string, expected: string) => (expected === AS_3 ? value === three : matches(value, expected))
  return (
    [difference.where].flat().some((where) => matches(place, where)) &&
    is(two, stock2) &&
    is(three, stock3) &&
    is(heddle, difference.heddle)
  )
}

function matches(text: string, pattern: string): boolean {
  if (text === ABSENT) return pattern === ABSENT
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text)
}
