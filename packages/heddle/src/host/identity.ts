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
 */
export function addIdentity(theirs: Resource & Inside, ours: Resource): Undo {
  const raw = theirs._rawAttributes
  if (!Array.isArray(raw)) return () => {}
  const known = new Set(raw.map(([name]) => name))
  const first = isUnnamed(theirs) ? pairsOf(ours, ['service.name']) : []
  const last = pairsOf(
    ours,
    IDENTITY.filter((name) => !known.has(name)),
  )
  raw.unshift(...first)
  raw.push(...last)
  theirs._memoizedAttributes = undefined
  const added = new Set([...first, ...last])
  return () => {
    const kept = raw.filter((pair) => !added.has(pair))
    raw.splice(0, raw.length, ...kept)
    theirs._memoizedAttributes = undefined
  }
}

function isUnnamed(resource: Resource): boolean {
  const name = resource.getRawAttributes().find(([each, value]) => each === 'service.name' && value != null)?.[1]
  return typeof name === 'string' && name.startsWith('unknown_service')
}

function pairsOf({ attributes }: Resource, names: readonly string[]): RawAttributes {
  return names.filter((name) => attributes[name] !== undefined).map((name) => [name, attributes[name]])
}
