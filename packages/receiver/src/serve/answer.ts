/**
 * The answer that the receiver gives instead of success: fault injection. An `http…` field counts
 * for requests over HTTP, a `grpc…` field for requests over gRPC, so that one answer can serve
 * both.
 */
export interface ReceiverAnswer {
  /** Status of the HTTP answer; one outside 200 to 299 refuses the request's items. @default 200 */
  readonly httpStatus?: number
  /** Headers of the HTTP answer; they win over the receiver's own. @default none */
  readonly headers?: Readonly<Record<string, string>>
  /** Body of the HTTP answer, sent unchanged. @default the body that OTLP defines for the status */
  readonly body?: string | Uint8Array
  /** Status code of the gRPC answer; any but 0 refuses the request's items. @default 0 */
  readonly grpcStatus?: number
  /** Trailers of the gRPC answer; a name ending in `-bin` takes bytes. @default none */
  readonly grpcMetadata?: Readonly<Record<string, string | Uint8Array>>
  /** The error's message, in the `google.rpc.Status` body or the gRPC status. @default '' */
  readonly message?: string
  /**
   * Asks the client to wait, in milliseconds: `retry-after` in whole seconds over HTTP,
   * `google.rpc.RetryInfo` over gRPC.
   * @default no wait
   */
  readonly retryAfterMs?: number
  /** Success for all but the last `rejected` items, which are not kept. @default none rejected */
  readonly partialSuccess?: { readonly rejected: number; readonly message?: string }
  /**
   * Never answers; the connection stays open until the client or `close()` ends it.
   * @default false
   */
  readonly hang?: boolean
  /** Destroys the connection without an answer. @default false */
  readonly reset?: boolean
  /** Keeps the items despite the fault: simulates a lost acknowledgement. @default false */
  readonly keep?: boolean
}

/** How many of a request's `count` items the receiver keeps after this answer. */
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
