/**
 * What the receiver is told to answer instead of success: fault injection. An `http…` field counts for requests over
 * HTTP, a `grpc…` field for those over gRPC, so that one answer can serve both.
 */
export interface ReceiverAnswer {
  /** Status of the HTTP answer; one outside 200 to 299 refuses the request's items. */
  readonly httpStatus?: number
  /** Headers of the HTTP answer, over the receiver's own. */
  readonly headers?: Readonly<Record<string, string>>
  /** Body of the HTTP answer, sent as it is. @default what OTLP says for the status */
  readonly body?: string | Uint8Array
  /** Status code of the gRPC answer; any but 0 refuses the request's items. */
  readonly grpcStatus?: number
  /** Trailers of the gRPC answer; a `-bin` name takes bytes. */
  readonly grpcMetadata?: Readonly<Record<string, string | Uint8Array>>
  /** The error's message, in the `google.rpc.Status` body or the gRPC status. */
  readonly message?: string
  /** Asks the client to wait: `retry-after` in whole seconds over HTTP, `google.rpc.RetryInfo` over gRPC. */
  readonly retryAfterMs?: number
  /** Success for all but the last `rejected` items, which are not kept. */
  readonly partialSuccess?: { readonly rejected: number; readonly message?: string }
  /** Never answers; the connection stays open until the client or `close()` ends it. */
  readonly hang?: boolean
  /** Cuts the connection without an answer. */
  readonly reset?: boolean
  /** Keeps the items in spite of the fault: an acknowledgement that got lost. @default false */
  readonly keep?: boolean
}

/** How many of a request's `count` items an answer lets the receiver keep. */
export function keptItems(answer: ReceiverAnswer | undefined, count: number, isGrpc: boolean): number {
  if (answer === undefined || answer.keep) return count
  if (answer.hang || answer.reset) return 0
  const isRefused = isGrpc ? (answer.grpcStatus ?? 0) !== 0 : !isHttpSuccess(answer.httpStatus ?? 200)
  return isRefused ? 0 : Math.max(0, count - (answer.partialSuccess?.rejected ?? 0))
}

/** OTLP calls every 2xx a success. */
export function isHttpSuccess(status: number): boolean {
  return status >= 200 && status < 300
}
