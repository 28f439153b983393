import { attributeSource, type ServiceIdentity } from '@heddle/identity'
import { isObject, kind, object, text } from '../reading/checks'
import { JOINED, type Origins } from '../reading/origins'
import type { Setting } from '../reading/setting'

export interface ServiceOption {
  /**
   * Who is speaking: the resource of every span and log record. Each field comes before the
   * environment and before what is detected. An empty string counts as not given.
   *
   * Errors: a field that is no string; an attribute that is not a string, number, boolean or an
   * array of one of these; a string above 262,144 characters; an array above 10,000 members.
   * @default from `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`, the app's package.json, the host
   */
  readonly service?: ServiceIdentity | undefined
}

const attributes = kind<NonNullable<ServiceIdentity['attributes']>>(
  'an object of strings, numbers, booleans, and arrays of one of them',
  (value) => isObject(value) && !Array.isArray(value) && Object.values(value).every(isAttributeValue),
)

export const service: Setting<ServiceOption, { readonly service: ServiceIdentity }> = {
  checks: {
    service: object<ServiceIdentity>(
      {
        name: text,
        version: text,
        namespace: text,
        environment: text,
        region: text,
        zone: text,
        instanceId: text,
        attributes,
      },
      `an object such as { name: 'orders' }`,
    ),
  },
  // `@heddle/identity` reads both. The specification: a malformed one is left out as a whole.
  variables: { OTEL_SERVICE_NAME: undefined, OTEL_RESOURCE_ATTRIBUTES: undefined },
  resolve: (given) => ({ service: given.service ?? {} }),
}

/** The bounds of `@heddle/identity`: every request carries the resource. */
const MAX_ITEMS = 10_000
const MAX_TEXT_LENGTH = 262_144

/**
 * Whether OpenTelemetry allows the value on a resource; `undefined` and `null` are left out later.
 */
export function isAttributeValue(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (!Array.isArray(value)) return isPrimitive(value)
  if (value.length > MAX_ITEMS) return false
  const members: unknown[] = value.filter((member) => member !== undefined && member !== null)
  return members.every((member) => isPrimitive(member) && typeof member === typeof members[0])
}

function isPrimitive(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_TEXT_LENGTH
  return typeof value === 'number' || typeof value === 'boolean'
}

/** The service, as far as known when `heddle.config` is first read. */
export interface ServiceSummary {
  readonly name?: string
  readonly version?: string
  readonly namespace?: string
  readonly environment?: string
  readonly instanceId?: string
}

/** The part of OpenTelemetry's `Resource` that names the service, without waiting for detectors. */
export interface ResourceLike {
  getRawAttributes(): readonly (readonly [name: string, value: unknown])[]
}

/** The fields that have an attribute of their own. */
export const SERVICE_ATTRIBUTES: Readonly<Record<keyof ServiceSummary, string>> = {
  name: 'service.name',
  version: 'service.version',
  namespace: 'service.namespace',
  environment: 'deployment.environment.name',
  instanceId: 'service.instance.id',
}

/** The attributes of the resource; without one, the fields given in code. */
export function serviceSummary(identity: ServiceIdentity, resource: ResourceLike | undefined): ServiceSummary {
  const attributes = resource?.getRawAttributes()
  const summary: Partial<Record<keyof ServiceSummary, string>> = {}
  for (const [field, attribute] of Object.entries(SERVICE_ATTRIBUTES) as [keyof ServiceSummary, string][]) {
    const value = attributes ? attributes.find(([name]) => name === attribute)?.[1] : identity[field]
    if (typeof value === 'string') summary[field] = value
  }
  return summary
}

/** What the resource says of its attributes: `@heddle/identity` and another SDK decide them. */
export function noteServiceSources(origins: Origins, resource: ResourceLike): void {
  for (const [field, attribute] of Object.entries(SERVICE_ATTRIBUTES)) {
    const source = attributeSource(resource, attribute) ?? JOINED
    if (source !== 'code') origins.set(`service.${field}`, source)
  }
}
