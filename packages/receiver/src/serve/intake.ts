import { type DecodedItems, decodeRequest, type SignalRoute } from '../decode/signals'
import type { Protocol, ReceivedRequest } from '../store/received'
import type { Store } from '../store/store'
import { keptItems, type ReceiverAnswer } from './answer'
import { BodyError } from './body-error'

/** A request whose body has been read in full and not yet decoded. */
export interface Arrival {
  readonly route: SignalRoute
  readonly protocol: Protocol
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** The size of the body as sent, in bytes. */
  readonly bytes: number
  readonly compressed: boolean
  /** The body after inflating. */
  readonly body: Uint8Array
}

/**
 * What a server does with a request: refuse its body, or give an answer (success, unless the answer
 * says otherwise).
 */
type Verdict =
  | { readonly kind: 'refused'; readonly error: BodyError }
  | { readonly kind: 'answer'; readonly answer: ReceiverAnswer }

/** Decides on an answer; `undefined` is success. */
export type Respond = (request: ReceivedRequest) => ReceiverAnswer | undefined | Promise<ReceiverAnswer | undefined>

/** The part of both servers that begins when a request's body has been read. */
export class Intake {
  constructor(
    readonly store: Store,
    readonly respond: Respond | undefined,
    readonly onArrival: () => void,
  ) {}

  /** Keeps a request that a server refused by itself. */
  refused(request: Omit<ReceivedRequest, 'count' | 'arrivedAtMs'>): void {
    this.#keep({ ...request, count: 0, arrivedAtMs: performance.now() })
  }

  async accept({ route, body, ...arrived }: Arrival): Promise<Verdict> {
    const described = { signal: route.signal, ...arrived }
    let items: DecodedItems
    try {
      const encoding = arrived.protocol === 'http/json' ? 'json' : 'protobuf'
      items = decodeRequest(route, body, encoding, this.store.maxBytes)
    } catch (error) {
      const problem = error instanceof BodyError ? error : new BodyError('malformed', (error as Error).message)
      this.refused({ ...described, error: problem.message })
      return { kind: 'refused', error: problem }
    }
    const count = items.spans.length + items.logs.length
    const request = { ...described, count, error: undefined, arrivedAtMs: performance.now() }
    this.#keep(request)
    const answer = await this.#answer(request)
    const kept = keptItems(answer, count, arrived.protocol === 'grpc')
    this.store.addItems({ spans: items.spans.slice(0, kept), logs: items.logs.slice(0, kept) }, items.weight)
    this.onArrival()
    return { kind: 'answer', answer: answer ?? {} }
  }

  #keep(request: ReceivedRequest): void {
    this.store.addRequest(request)
    this.onArrival()
  }

  async #answer(request: ReceivedRequest): Promise<ReceiverAnswer | undefined> {
    try {
      return await this.respond?.(request)
    } catch (error) {
      return { httpStatus: 500, grpcStatus: 13, message: `respond() threw ${String(error)}` }
    }
  }
}
