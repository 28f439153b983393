import type { BatchLimits } from '../batch/batcher'
import type { RetryPolicy } from '../delivery/retry'
import { displayEndpoint } from '../problems/redact'
import { OtlpOptionsError } from './error'
import type { OtlpProtocol, SignalOptions, TlsOptions } from './options'

/** A {@link SignalOptions} with every default in place. */
export interface ResolvedSignal {
  readonly endpoint: string
  readonly protocol: OtlpProtocol
  readonly headers: Readonly<Record<string, string>>
  readonly compression: 'gzip' | 'none'
  readonly timeoutMs: number
  readonly tls: TlsOptions
  readonly batch: BatchLimits
  readonly retry: RetryPolicy
  readonly maxQueueBytes: number
  readonly maxQueueItems: number
  readonly maxInFlight: number
}

const UNLIMITED = Number.POSITIVE_INFINITY
const MIB = 1024 * 1024
/** Leaves room for the last item and the resource within the 64 MiB that OTLP allows a request. */
const MAX_BATCH_BYTES = 48 * MIB
/** Longest delay of `setTimeout`, which fires at once for more. */
export const MAX_TIMER_MS = 2 ** 31 - 1

/**
 * Puts the defaults in place.
 * @throws OtlpOptionsError when an endpoint, a header, a certificate or a number cannot work
 */
export function resolveSignal(signal: string, options: SignalOptions): ResolvedSignal {
  const { protocol, endpoint, headers = {}, compression = 'none', tls = {}, batch = {}, retry = {} } = options
  checkEndpoint(signal, protocol, endpoint)
  checkHeaders(signal, headers)
  checkTls(signal, tls)
  if (compression !== 'gzip' && compression !== 'none')
    fail(signal, `compression "${compression}" is not "gzip" or "none"`)
  const positive = (name: string, value: number | undefined, byDefault: number, max: number) => {
    if (value === undefined) return byDefault
    if (!(value > 0)) fail(signal, `${name} is ${value}, it must be a number above 0`)
    return Math.min(value, max)
  }
  const maxQueueItems = positive('maxQueueItems', options.maxQueueItems, UNLIMITED, UNLIMITED)
  return {
    endpoint,
    protocol,
    headers: { ...headers },
    compression,
    timeoutMs: positive('timeoutMs', options.timeoutMs, 10_000, MAX_TIMER_MS),
    tls,
    batch: {
      // The queue takes one batch however large when it is empty: a larger batch would undo its
      // bound.
      maxItems: Math.min(
        positive('batch.maxItems', batch.maxItems, usualItems(maxQueueItems), Number.MAX_SAFE_INTEGER),
        maxQueueItems,
      ),
      maxBytes: positive('batch.maxBytes', batch.maxBytes, MIB / 2, MAX_BATCH_BYTES),
      maxDelayMs: positive('batch.maxDelayMs', batch.maxDelayMs, 1_000, MAX_TIMER_MS),
    },
    retry: {
      initialDelayMs: positive('retry.initialDelayMs', retry.initialDelayMs, 1_000, MAX_TIMER_MS),
      maxDelayMs: positive('retry.maxDelayMs', retry.maxDelayMs, 30_000, MAX_TIMER_MS),
      maxElapsedMs: positive('retry.maxElapsedMs', retry.maxElapsedMs, 300_000, Number.MAX_SAFE_INTEGER),
    },
    maxQueueBytes: positive('maxQueueBytes', options.maxQueueBytes, 64 * MIB, Number.MAX_SAFE_INTEGER),
    maxQueueItems,
    maxInFlight: positive('maxInFlight', options.maxInFlight, 1, 64),
  }
}

/** Room for further batches while one is in flight. */
function usualItems(maxQueueItems: number): number {
  return Math.min(2_048, Math.ceil(maxQueueItems / 4))
}

function checkEndpoint(signal: string, protocol: OtlpProtocol, endpoint: string): void {
  if (protocol !== 'grpc' && protocol !== 'http/protobuf' && protocol !== 'http/json') {
    fail(signal, `protocol "${protocol}" is not "grpc", "http/protobuf" or "http/json"`)
  }
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (
    protocol === 'grpc'
      ? endpoint === '' || (endpoint.includes('://') && !isHttp && !/^(unix|dns|ipv[46]):/.test(endpoint))
      : !isHttp
  ) {
    fail(signal, `endpoint "${displayEndpoint(endpoint)}" is not an address for ${protocol}`)
  }
}

/** The characters that HTTP allows, which include those of gRPC metadata. */
function checkHeaders(signal: string, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name)) fail(signal, `"${name}" is not the name of a header`)
    if (!/^[\t -~]*$/.test(value))
      fail(signal, `the value of header "${name}" has characters other than printable ASCII`)
  }
}

function checkTls(signal: string, { ca, cert, key }: TlsOptions): void {
  if ((cert === undefined) !== (key === undefined)) fail(signal, 'a client certificate needs both tls.cert and tls.key')
  if (ca === undefined && cert === undefined) return
  try {
    const { createSecureContext } = require('node:tls') as typeof import('node:tls')
    createSecureContext({ ca, cert, key })
  } catch (error) {
    fail(signal, `the TLS certificates or key cannot be read: ${(error as Error).message}`)
  }
}

function fail(signal: string, message: string): never {
  throw new OtlpOptionsError(`${signal}: ${message}`)
}
