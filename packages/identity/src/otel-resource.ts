import { type Attributes, type AttributeValue, diag } from '@opentelemetry/api'

// The interfaces of `@opentelemetry/resources`, which have been the same since 2.0. The package is not imported, since each of its
// lines asks for one minor version of the API and would have the app choose between it and us.

type MaybePromise<T> = T | Promise<T>
export type DetectedResourceAttributes = Record<string, MaybePromise<AttributeValue | undefined>>

/** An official `ResourceDetector`. */
export interface ResourceDetector {
  detect(config?: { readonly detectors?: ResourceDetector[] }): { attributes?: DetectedResourceAttributes }
}

/** An official `Resource`: OpenTelemetry's SDKs take it as their own. */
export interface Resource {
  /** Whether {@link Resource.attributes} still lacks what detectors promised. */
  readonly asyncAttributesPending?: boolean
  readonly attributes: Attributes
  readonly schemaUrl?: string
  /** Resolves when all attributes have settled; never rejects. */
  waitForAsyncAttributes?(): Promise<void>
  /** A new resource of both; of an attribute that both have, the other's value. */
  merge(other: Resource | null): Resource
  getRawAttributes(): [string, MaybePromise<AttributeValue | undefined>][]
}

/** The telemetry SDK whose parts these are made for, as every resource has to name it. */
export const SDK_ATTRIBUTES: Attributes = {
  'telemetry.sdk.language': 'nodejs',
  'telemetry.sdk.name': 'opentelemetry',
  'telemetry.sdk.version': '2.12.0',
}

type RawAttributes = ReturnType<Resource['getRawAttributes']>

/** A resource of these attributes. One that is a promise is left out until it has settled, and for good when it fails. */
export function resourceFromAttributes(attributes: DetectedResourceAttributes): Resource {
  return new RawResource(Object.entries(attributes))
}

/** Of an attribute that is there several times, the first value counts. */
class RawResource implements Resource {
  private readonly raw: RawAttributes
  private settled: Attributes | undefined
  declare readonly schemaUrl?: string

  constructor(raw: RawAttributes, schemaUrl?: string) {
    this.raw = raw.map(([key, value]) => [key, isPromise(value) ? value.catch(() => undefined) : value])
    if (schemaUrl !== undefined) this.schemaUrl = schemaUrl
  }

  get asyncAttributesPending(): boolean {
    return this.raw.some(([, value]) => isPromise(value))
  }

  get attributes(): Attributes {
    if (this.settled !== undefined) return this.settled
    const attributes: Attributes = {}
    for (const [key, value] of this.raw) {
      if (!isPromise(value) && value != null) attributes[key] ??= value
    }
    if (!this.asyncAttributesPending) this.settled = attributes
    return attributes
  }

  async waitForAsyncAttributes(): Promise<void> {
    await Promise.all(
      this.raw.map(async (attribute) => {
        attribute[1] = await attribute[1]
      }),
    )
  }

  merge(other: Resource | null): Resource {
    if (other == null) return this
    return new RawResource([...other.getRawAttributes(), ...this.raw], schemaUrlOf(this.schemaUrl, other.schemaUrl))
  }

  getRawAttributes(): RawAttributes {
    return this.raw
  }
}

function isPromise(value: unknown): value is Promise<AttributeValue | undefined> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** @see https://opentelemetry.io/docs/specs/otel/resource/sdk/#merge */
function schemaUrlOf(ours: string | undefined, theirs: string | undefined): string | undefined {
  if (!ours || !theirs || ours === theirs) return theirs || ours
  diag.warn(`The resources that are merged have different schema URLs, ${ours} and ${theirs}: the result has none.`)
  return undefined
}
