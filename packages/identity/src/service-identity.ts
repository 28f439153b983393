import type { Attributes } from '@opentelemetry/api'
import { isAttributeValue } from './attributes'

/**
 * The service as it names itself. An empty string counts as absent, so that an unset template
 * variable does no harm.
 */
export interface ServiceIdentity {
  /** `service.name`. @default the next source of `createResource()` */
  readonly name?: string | undefined
  /** `service.version`. @default the next source of `createResource()` */
  readonly version?: string | undefined
  /**
   * `service.namespace`: the system that the service belongs to.
   * @default its value in `OTEL_RESOURCE_ATTRIBUTES`
   */
  readonly namespace?: string | undefined
  /**
   * `deployment.environment.name`, for example `production`.
   * @default its value in `OTEL_RESOURCE_ATTRIBUTES`
   */
  readonly environment?: string | undefined
  /**
   * `cloud.region`, for example `eu-central-1`.
   * @default `OTEL_RESOURCE_ATTRIBUTES`, else the platform's variable
   */
  readonly region?: string | undefined
  /**
   * `cloud.availability_zone`, for example `eu-central-1b`.
   * @default `OTEL_RESOURCE_ATTRIBUTES`, else the platform's variable
   */
  readonly zone?: string | undefined
  /**
   * `service.instance.id`: unique among the instances that run at one time.
   * @default a random UUID, the same for the whole life of the process
   */
  readonly instanceId?: string | undefined
  /**
   * Further resource attributes. A field above wins over the same attribute in here. @default none
   */
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
 * The resource attributes of an identity.
 *
 * @throws TypeError when a field has a wrong type; the message names the field, the value and the
 *   allowed type
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

/**
 * The value as an error may show it: always its type, its text only when the text is short and
 * cannot hold anything else.
 */
function shown(value: unknown): string {
  if (typeof value === 'string') return 'a string'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
