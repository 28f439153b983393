import { BodyError } from './body-error'

/**
 * The approximate memory in bytes of the largest message types, decoded and kept, beyond their
 * encoded size: measured on V8 with empty messages. A body of empty spans takes four hundred times
 * its size.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  Span: 700,
  LogRecord: 500,
  SpanEvent: 350,
  SpanLink: 350,
  ResourceSpans: 300,
  ResourceLogs: 300,
  ScopeSpans: 300,
  ScopeLogs: 300,
  Resource: 150,
  InstrumentationScope: 300,
  KeyValueList: 230,
  ArrayValue: 150,
  KeyValue: 130,
  AnyValue: 70,
}
const OTHER_WEIGHT = 150

/** Weighs the messages of one body, and refuses the body before it fills the memory. */
export class Scales {
  /** Estimated bytes of memory, the encoded size included. */
  weight: number
  readonly #maxBytes: number

  constructor(encodedBytes: number, maxBytes: number) {
    this.#maxBytes = maxBytes
    this.weight = encodedBytes
  }

  /** @throws BodyError when the decoded body would exceed the bound */
  add(messageType: string, count = 1): void {
    this.weight += count * (WEIGHTS[messageType] ?? OTHER_WEIGHT)
    if (this.weight > this.#maxBytes) {
      throw new BodyError('too large', `decoded, the body takes more than ${this.#maxBytes} bytes of memory`)
    }
  }
}

/** The memory of all requests' bodies while they are read. */
export class PendingBodies {
  #bytes = 0
  readonly #maxBytes: number

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Creates the share of one request. */
  lease(): Lease {
    let taken = 0
    return {
      take: (bytes) => {
        if (this.#bytes + bytes > this.#maxBytes) {
          throw new BodyError('busy', `the bodies of all requests together exceed ${this.#maxBytes} bytes`)
        }
        taken += bytes
        this.#bytes += bytes
      },
      release: () => {
        this.#bytes -= taken
        taken = 0
      },
    }
  }
}

/** One request's share of {@link PendingBodies}. */
export interface Lease {
  /** @throws BodyError when the bytes exceed what is left */
  take(bytes: number): void
  /** Call it once the request is answered. */
  release(): void
}
