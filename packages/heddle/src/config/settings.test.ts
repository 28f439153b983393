import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type HeddleOptions, SETTINGS } from './options'
import { checksOf, type Setting } from './reading/setting'
import { exporting } from './settings/export/export'
import { VARIABLES } from './variables'

type Part = Pick<Setting<object>, 'checks' | 'variables'>

/**
 * Every setting that a file in `settings/` exports. `exporting` repeats the variables of its parts.
 */
const parts = readdirSync(join(__dirname, 'settings'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => Object.values(require(join(__dirname, 'settings', file)) as Record<string, unknown>))
  .filter(isPart)
const outside = parts.filter((part) => (SETTINGS as readonly Part[]).includes(part))
const within = parts.filter((part) => !(SETTINGS as readonly Part[]).includes(part))

test('every variable is listed exactly once, in the file of its setting', () => {
  const listed = parts.filter((part) => part !== exporting).flatMap(({ variables }) => Object.keys(variables))
  expect(listed.sort()).toEqual(Object.keys(VARIABLES).sort())
})

test('every setting is in the list, but for those within export, which lists them itself', () => {
  expect([...outside].sort(byOptions)).toEqual([...SETTINGS].sort(byOptions))
  const ofExport = Object.keys(exporting.variables)
  for (const { variables } of within) expect(ofExport).toEqual(expect.arrayContaining(Object.keys(variables)))
})

test('every option has one setting, and the other way round', () => {
  const options = SETTINGS.flatMap(({ checks }) => Object.keys(checks))
  expect(new Set(options).size).toBe(options.length)
  // The compiler refuses a setting whose option is not one of HeddleOptions.
  const known: readonly (keyof HeddleOptions)[] = keysOf(checksOf(SETTINGS))
  expect(options).toEqual(known)
})

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'checks' in value && 'variables' in value
}

function byOptions(one: Part, other: Part): number {
  return nameOf(one) < nameOf(other) ? -1 : 1
}

function nameOf({ checks, variables }: Part): string {
  return Object.keys({ ...checks, ...variables }).join()
}

function keysOf<T extends object>(value: T): readonly (keyof T)[] {
  return Object.keys(value) as (keyof T)[]
}
