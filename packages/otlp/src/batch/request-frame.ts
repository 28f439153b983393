import type { Format } from '../encode/format'
import type { ResourceLike } from '../telemetry'

/** How long the first send waits for attributes that are still being detected. */
const MAX_WAIT_MS = 5_000

/**
 * Gives a batch what all batches of the process share: the resource, encoded once, when its
 * attributes have settled.
 */
export class RequestFrame {
  #header: Promise<Buffer> | undefined
  #encoded: Buffer | undefined
  readonly #resource: ResourceLike
  readonly #format: Pick<Format<never, never>, 'resourceHeader' | 'request'>

  constructor(resource: ResourceLike, format: Pick<Format<never, never>, 'resourceHeader' | 'request'>) {
    this.#resource = resource
    this.#format = format
  }

  /** Whether its attributes have settled, so that {@link requestSync} has all of them. */
  get isKnown(): boolean {
    if (this.#encoded === undefined && this.#resource.asyncAttributesPending !== true) {
      this.#encoded = this.#format.resourceHeader(this.#resource)
    }
    return this.#encoded !== undefined
  }

  /** Resolves when {@link isKnown}. */
  async known(): Promise<void> {
    this.#header ??= this.#encode()
    await this.#header
  }

  /** A whole export request from the scopes of a batch. */
  async request(scopes: Buffer): Promise<Buffer> {
    this.#header ??= this.#encode()
    return Buffer.concat(this.#format.request(await this.#header, scopes))
  }

  /**
   * The same at once, for a process that is about to end: with the attributes that are known by
   * now.
   * @throws what the resource throws
   */
  requestSync(scopes: Buffer): Buffer {
    return Buffer.concat(this.partsSync(scopes))
  }

  /**
   * The same without a copy, for what writes it at once: the parts, one behind another.
   * @throws what the resource throws
   */
  partsSync(scopes: Buffer): readonly Buffer[] {
    return this.#format.request(this.#encoded ?? this.#format.resourceHeader(this.#resource), scopes)
  }

  async #encode(): Promise<Buffer> {
    if (this.#resource.asyncAttributesPending) await this.#settled()
    this.#encoded = this.#format.resourceHeader(this.#resource)
    return this.#encoded
  }

  /** A detector that fails or hangs costs its own attributes, not the telemetry. */
  async #settled(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, MAX_WAIT_MS).unref()
    })
    const detected = Promise.resolve(this.#resource.waitForAsyncAttributes?.()).catch(() => {})
    await Promise.race([detected, timeout])
    clearTimeout(timer)
  }
}
