import type { Attributes } from '@opentelemetry/api'
import { isAttributeValue } from './attributes'

/** Who the service says it is. An empty string counts as not given, so that an unset template variable does no harm. */
export interface ServiceIdentity {
  /** `service.name` */
  readonly name?: string | undefined
  /** `service.version` */
  readonly version?: string | undefined
  /** `service.namespace`: the system that the service is a part of. */
  readonly namespace?: string | undefined
  /** `deployment.environment.name`, for example `production`. */
  readonly environment?: string | undefined
  /** `cloud.region`, for example `eu-central-1`. */
  readonly region?: string | undefined
  /** `cloud.availability_zone`, for example `eu-central-1b`. */
  readonly zone?: string | undefined
  /**
   * `service.instance.id`: unique among the instances that run at one time.
   * @default a random UUID, the same for the whole life of the process
   */
  readonly instanceId?: string | undefined
  /** Further resource attributes. A field above wins over the same attribute in here. */
  readonly attributes?: Attributes | undefined
}

const ATTRIBUTE_OF_FIELD = {
  name: 'service.name',
  version: 'service.version',
  namespace: 'service.namespace',
  environment: 'deployment.environment.name',
  region: 'cloud.region',
  zone: 'cloud.availability_zone',
  instanceId: 'service.instance.id',
} as const

/**
 * The attributes that an identity stands for.
 * @throws TypeError when a field has a wrong type; the message names the field, what was read and what is allowed
 */
export function attributesOfIdentity(identity: ServiceIdentity): Attributes {
  if (typeof identity !== 'object' || identity === null || Array.isArray(identity)) {
    throw new TypeError(`The service identity is ${shown(identity)}; it must be an object such as { name: 'orders' }.`)
  }
  const attributes = givenAttributes(identity.attributes)
  for (const [field, attribute] of Object.entries(ATTRIBUTE_OF_FIELD)) {
    const value: unknown = identity[field as keyof typeof ATTRIBUTE_OF_FIELD]
    if (value === undefined || value === null) continue
    if (typeof value !== 'string') {
      throw new TypeError(`The service identity's ${field} is ${shown(value)}; it must be a string.`)
    }
    const text = value.trim()
    if (text !== '') attributes[attribute] = text
  }
  return attributes
}

function givenAttributes(given: unknown): Attributes {
  const attributes: Attributes = Object.create(null)
  if (given === undefined || given === null) return attributes
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new TypeError(`The service identity's attributes are ${shown(given)}; they must be an object.`)
  }
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue
    if (!isAttributeValue(value)) {
      throw new TypeError(
        `The service identity's attribute ${JSON.stringify(key)} is ${shown(value)}; ` +
          'it must be a string, a number, a boolean, or an array of one of them.',
      )
    }
    attributes[key] = value
  }
  return attributes
}

/** The value as an error may show it: its type always, its text only when it is short and cannot hold anything else. */
function shown(value: unknown): string {
  if (typeof value === 'string') return 'a string'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
