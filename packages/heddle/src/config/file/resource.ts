import type { AttributeValue } from '@opentelemetry/api'
import { shown } from '../reading/problems'
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
          else listed[name] = { value, place: path }
        }
      })(path, text),
  })
  return { ...listed, ...written }
}

/** What Heddle detects in any case, locally and within milliseconds. */
const DETECTED: ReadonlySet<string> = new Set(['service', 'host', 'process', 'container'])

function readDetection(path: string, value: unknown, reader: Reader): void {
  reader.map(path, value, {
    attributes: (path) => reader.warn(path, 'left out: all that is detected is sent'),
    detectors: (path, list) =>
      reader.list(path, list, (path, each) => {
        for (const name of Object.keys(each ?? {}))
          if (!DETECTED.has(name))
            reader.warn(`${path}.${name}`, 'left out: start({ resourceDetectors }) has its place')
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
  if (name === undefined) reader.complain(`${path}.name`, 'is missing')
  else if (given !== undefined && fits(given, type)) into[name] = { value: given as AttributeValue, place: path }
  else if (given !== undefined) reader.complain(`${path}.value`, `read ${shown(given)}, allowed: ${type}`)
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
