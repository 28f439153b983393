import type { Resource } from '@opentelemetry/resources'
import type { Undo } from './hosted-provider'

/** What says who is speaking. */
const IDENTITY = [
  'service.name',
  'service.namespace',
  'service.version',
  'service.instance.id',
  'deployment.environment.name',
  'deployment.environment',
  'cloud.region',
] as const

type RawAttributes = [name: string, value: unknown][]

/** The resource of the lines 2.x and 3.x: of two pairs of a name, the first counts. */
interface Inside {
  readonly _rawAttributes?: RawAttributes
  _memoizedAttributes?: unknown
}

/**
 * What is sent by Heddle: the attributes of the other SDK, and ours where it has none. A name that
 * nobody has given is none.
 */
export function mergedResource(ours: Resource, theirs: Resource | undefined): Resource {
  if (theirs === undefined) return ours
  const isLeft = isUnnamed(theirs) ? ([name]: readonly unknown[]) => name !== 'service.name' : () => true
  const { schemaUrl } = theirs
  const getRawAttributes = () => theirs.getRawAttributes().filter(isLeft)
  return ours.merge({ getRawAttributes, ...(schemaUrl !== undefined && { schemaUrl }) } as Resource)
}

/**
 * Adds the identity where the resource lacks it, so that what the other SDK sends has it too.
 * Returns what takes it away again.
 *
 * The SDK awaits what its detectors promised by index, and then lays each pair anew: pairs may
 * neither be moved nor known again by what they are.
 */
export function addIdentity(theirs: Resource & Inside, ours: Resource): Undo {
  const raw = theirs._rawAttributes
  if (!Array.isArray(raw)) return () => {}
  const known = new Set(raw.filter(([, value]) => isSettled(value)).map(([name]) => name))
  const added = pairsOf(
    ours,
    IDENTITY.filter((name) => !known.has(name)),
  )
  const undoName = isUnnamed(theirs) ? named(raw, ours) : () => {}
  raw.push(...added)
  theirs._memoizedAttributes = undefined
  return () => {
    for (const pair of added) {
      const index = raw.findLastIndex((each) => isSame(each, pair))
      if (index >= 0) raw.splice(index, 1)
    }
    undoName()
    theirs._memoizedAttributes = undefined
  }
}

/** Whether a value counts already: behind a promise that comes to nothing, the next pair does. */
function isSettled(value: unknown): boolean {
  return value != null && typeof (value as { then?: unknown }).then !== 'function'
}

/** Puts our name in the place of the one that nobody has given. */
function named(raw: RawAttributes, ours: Resource): Undo {
  const index = raw.findIndex(([name, value]) => name === 'service.name' && value != null)
  const unnamed = raw[index]
  const [pair] = pairsOf(ours, ['service.name'])
  if (unnamed === undefined || pair === undefined) return () => {}
  raw[index] = pair
  return () => {
    const now = raw.findIndex((each) => isSame(each, pair))
    if (now >= 0) raw[now] = unnamed
  }
}

function isSame([name, value]: RawAttributes[number], [otherName, otherValue]: RawAttributes[number]): boolean {
  return name === otherName && value === otherValue
}

function isUnnamed(resource: Resource): boolean {
  const name = resource.getRawAttributes().find(([each, value]) => each === 'service.name' && value != null)?.[1]
  return typeof name === 'string' && name.startsWith('unknown_service')
}

function pairsOf({ attributes }: Resource, names: readonly string[]): RawAttributes {
  return names.filter((name) => attributes[name] !== undefined).map((name) => [name, attributes[name]])
}
