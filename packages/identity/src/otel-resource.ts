import { type Attributes, type AttributeValue, diag } from '@opentelemetry/api'

// The interfaces of `@opentelemetry/resources`, which have not changed since 2.0. This package does
// not import that package: each of its minor lines requires one minor version of the API, and the
// app would have to choose between it and Heddle.

type MaybePromise<T> = T | Promise<T>
/** Attributes of a detector; a value may be a promise. */
export type DetectedResourceAttributes = Record<string, MaybePromise<AttributeValue | undefined>>

/** An official `ResourceDetector`. */
export interface ResourceDetector {
  /** Returns the detector's attributes. */
  detect(config?: { readonly detectors?: ResourceDetector[] }): { attributes?: DetectedResourceAttributes }
}

/** An official `Resource`: OpenTelemetry's SDKs accept it as their own. */
export interface Resource {
  /** Whether {@link Resource.attributes} still lacks attributes that detectors promised. */
  readonly asyncAttributesPending?: boolean
  /** The attributes that have settled. */
  readonly attributes: Attributes
  /** The URL of the semantic conventions that the attributes follow. */
  readonly schemaUrl?: string
  /** Resolves when all attributes have settled; never rejects. */
  waitForAsyncAttributes?(): Promise<void>
  /** Returns a new resource of both; `other`'s value wins for an attribute that both have. */
  merge(other: Resource | null): Resource
  /** Returns all attributes, promises included, as pairs. */
  getRawAttributes(): [string, MaybePromise<AttributeValue | undefined>][]
}

type RawAttributes = ReturnType<Resource['getRawAttributes']>

/**
 * Creates a resource of these attributes. An attribute whose value is a promise is absent until the
 * promise resolves, and stays absent when the promise rejects.
 */
export function resourceFromAttributes(attributes: DetectedResourceAttributes, sourceOf: SourceOf): Resource {
  return new RawResource(Object.entries(attributes), sourceOf)
}

/** Where a resource has an attribute from. */
export type AttributeSource =
  | 'code'
  | 'OTEL_SERVICE_NAME'
  | 'OTEL_RESOURCE_ATTRIBUTES'
  | 'package.json'
  | 'detected'
  | 'default'

export type SourceOf = (attribute: string) => AttributeSource | undefined

/**
 * Says where a resource of `createResource()`, or one that it was merged into, has an attribute
 * from; `undefined` for an attribute of another resource.
 */
export function attributeSource(resource: object, attribute: string): AttributeSource | undefined {
  return resource instanceof RawResource ? resource.sourceOf(attribute) : undefined
}

/** The first value counts for an attribute that occurs several times. */
class RawResource implements Resource {
  readonly #raw: RawAttributes
  readonly #sourceOf: SourceOf
  #settled: Attributes | undefined
  declare readonly schemaUrl?: string

  constructor(raw: RawAttributes, sourceOf: SourceOf, schemaUrl?: string) {
    this.#sourceOf = sourceOf
    this.#raw = raw.map(([key, value]) => [key, isPromise(value) ? value.catch(() => undefined) : value])
    if (schemaUrl !== undefined) this.schemaUrl = schemaUrl
  }

  get asyncAttributesPending(): boolean {
    return this.#raw.some(([, value]) => isPromise(value))
  }

  get attributes(): Attributes {
    if (this.#settled !== undefined) return this.#settled
    const attributes: Attributes = {}
    for (const [key, value] of this.#raw) {
      if (!isPromise(value) && value != null) attributes[key] ??= value
    }
    if (!this.asyncAttributesPending) this.#settled = attributes
    return attributes
  }

  async waitForAsyncAttributes(): Promise<void> {
    await Promise.all(
      this.#raw.map(async (attribute) => {
        attribute[1] = await attribute[1]
      }),
    )
  }

  merge(other: Resource | null): Resource {
    if (other == null) return this
    const theirs = [...other.getRawAttributes()]
    const isTheirs = (attribute: string) => theirs.some(([name, value]) => name === attribute && value != null)
    const sourceOf: SourceOf = (attribute) =>
      isTheirs(attribute) ? attributeSource(other, attribute) : this.#sourceOf(attribute)
    return new RawResource([...theirs, ...this.#raw], sourceOf, schemaUrlOf(this.schemaUrl, other.schemaUrl))
  }

  getRawAttributes(): RawAttributes {
    return this.#raw
  }

  sourceOf(attribute: string): AttributeSource | undefined {
    return this.#sourceOf(attribute)
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
