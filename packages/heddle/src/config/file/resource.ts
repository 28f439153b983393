import type { AttributeValue } from '@opentelemetry/api'
import { isObject } from '../reading/checks'
import { shown } from '../reading/problems'
import { isAttributeValue, SERVICE_ATTRIBUTES } from '../settings/service'
import type { Reader } from './reader'
import type { Placed } from './tree'

const TYPES = {
  string: (value: unknown) => typeof value === 'string',
  bool: (value: unknown) => typeof value === 'boolean',
  int: (value: unknown) => Number.isSafeInteger(value),
  double: (value: unknown) => typeof value === 'number',
} as const
type Type = keyof typeof TYPES
const NAMES = (Object.keys(TYPES) as Type[]).flatMap((type) => [type, `${type}_array` as const])

const ALLOWED: Partial<Record<string, string>> = { string: 'string, in quotes' }
const TOO_LONG = 'is too long, allowed: 262,144 characters, 10,000 members of an array'
/** Those that say who is speaking. */
const TEXTS: ReadonlySet<string> = new Set(Object.values(SERVICE_ATTRIBUTES))

/** The attributes of a resource, those of the list below those that are written out. */
export function readResource(path: string, value: unknown, reader: Reader): Record<string, Placed<AttributeValue>> {
  const listed: Record<string, Placed<AttributeValue>> = {}
  const written: Record<string, Placed<AttributeValue>> = {}
  reader.map(path, value, {
    attributes: (path, list) => reader.list(path, list, (path, each) => readAttribute(path, each, reader, written)),
    'detection/development': (path, value) => readDetection(path, value, reader),
    attributes_list: (path, text) =>
      reader.text((pairs) => {
        for (const pair of pairs.split(',').filter((each) => each.trim() !== '')) {
          const [, name, escaped] = /^\s*([^=]+?)\s*=(.*)$/.exec(pair) ?? []
          const value = escaped === undefined ? undefined : decoded(escaped.trim())
          if (name === undefined || value === undefined)
            reader.complain(path, `read ${shown(pair)}, allowed: name=value, percent-encoded`)
          else if (!isAttributeValue(value)) reader.complain(path, TOO_LONG)
          else listed[name] = { value, place: path }
        }
      })(path, text),
  })
  return { ...listed, ...written }
}

/** What Heddle detects in any case, locally and within milliseconds. */
const DETECTED: ReadonlySet<string> = new Set(['service', 'host', 'process', 'container'])

function readDetection(path: string, value: unknown, reader: Reader): void {
  const detected = Object.fromEntries([...DETECTED].map((name) => [name, reader.bare(() => {})]))
  reader.map(path, value, {
    attributes: (path) => reader.warn(path, 'left out: all that is detected is sent'),
    detectors: (path, list) =>
      reader.list(path, list, (path, each) => {
        const names = isObject(each) && !Array.isArray(each) ? Object.keys(each) : []
        const [name] = names
        if (name !== undefined && names.length === 1 && !DETECTED.has(name))
          reader.warn(`${path}.${name}`, 'left out: start({ resourceDetectors }) has its place')
        else reader.oneOf(path, each, detected)
      }),
  })
}

function readAttribute(
  path: string,
  value: unknown,
  reader: Reader,
  into: Record<string, Placed<AttributeValue>>,
): void {
  let name: string | undefined
  let given: unknown
  let type: (typeof NAMES)[number] = 'string'
  reader.map(path, value, {
    name: reader.text((text) => {
      name = text
    }),
    value: (_path, each) => {
      given = each
    },
    type: reader.word(NAMES, (word) => {
      type = word
    }),
  })
  reader.requirePair(path, value)
  if (name === '') reader.complain(`${path}.name`, 'read "", allowed: the name of an attribute')
  if (name === undefined || name === '' || given === undefined) return
  if (!fits(given, type)) reader.complain(`${path}.value`, `read ${shown(given)}, allowed: ${ALLOWED[type] ?? type}`)
  else if (typeof given !== 'string' && TEXTS.has(name))
    reader.complain(`${path}.type`, `read ${type}, allowed of ${name}: string`)
  else if (!isAttributeValue(given)) reader.complain(`${path}.value`, TOO_LONG)
  else into[name] = { value: given as AttributeValue, place: path }
}

function fits(value: unknown, type: (typeof NAMES)[number]): boolean {
  const [single, isArray] = type.split('_') as [Type, string | undefined]
  if (isArray === undefined) return TYPES[single](value)
  return Array.isArray(value) && value.every(TYPES[single])
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
