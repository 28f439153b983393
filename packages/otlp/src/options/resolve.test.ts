import { OtlpOptionsError } from './error'
import type { SignalOptions } from './options'
import { resolveSignal } from './resolve'

const HTTP: SignalOptions = { endpoint: 'http://localhost:4318/v1/logs', protocol: 'http/protobuf' }

test('the defaults are those that are documented', () => {
  expect(resolveSignal('logs', HTTP)).toEqual({
    ...HTTP,
    headers: {},
    compression: 'none',
    timeoutMs: 10_000,
    tls: {},
    batch: { maxItems: 2_048, maxBytes: 524_288, maxDelayMs: 1_000 },
    retry: { initialDelayMs: 1_000, maxDelayMs: 30_000, maxElapsedMs: 300_000 },
    maxQueueBytes: 67_108_864,
    maxQueueItems: Number.POSITIVE_INFINITY,
    maxInFlight: 1,
  })
})

test('a batch can never exceed what OTLP allows a request', () => {
  expect(resolveSignal('logs', { ...HTTP, batch: { maxBytes: 1e12 } }).batch.maxBytes).toBe(48 * 1024 * 1024)
})

test('a batch is never larger than the queue, and by default lets it hold four', () => {
  const batchOf = (options: Partial<SignalOptions>) => resolveSignal('logs', { ...HTTP, ...options }).batch.maxItems
  expect(batchOf({ maxQueueItems: 100, batch: { maxItems: 200 } })).toBe(100)
  expect(batchOf({ maxQueueItems: 100 })).toBe(25)
  expect(batchOf({ maxQueueItems: 1 })).toBe(1)
})

test.each<[string, Partial<SignalOptions>]>([
  ['endpoint "localhost:4318" is not an address for http/protobuf', { endpoint: 'localhost:4318' }],
  ['endpoint "ftp://host/" is not an address for grpc', { endpoint: 'ftp://user:secret@host/', protocol: 'grpc' }],
  ['protocol "http" is not', { protocol: 'http' as never }],
  ['compression "brotli" is not', { compression: 'brotli' as never }],
  ['timeoutMs is 0', { timeoutMs: 0 }],
  ['maxQueueItems is 0', { maxQueueItems: 0 }],
  ['batch.maxItems is NaN', { batch: { maxItems: Number.NaN } }],
  ['"bad name" is not the name of a header', { headers: { 'bad name': 'x' } }],
  ['the value of header "x-token" has characters', { headers: { 'x-token': 'secret\r\nevil: 1' } }],
  ['needs both tls.cert and tls.key', { tls: { cert: 'x' } }],
  ['the TLS certificates or key cannot be read', { tls: { cert: 'x', key: 'y' } }],
])('%s: a clear error at the start, without secrets', (message, options) => {
  const resolve = () => resolveSignal('logs', { ...HTTP, ...options })
  expect(resolve).toThrow(OtlpOptionsError)
  expect(resolve).toThrow(message)
  expect(resolve).not.toThrow(/secret/)
})

test.each([
  'http://collector:4317',
  'https://collector',
  'collector:4317',
  'unix:/run/otel.sock',
  'dns:///collector:4317',
])('gRPC takes %s', (endpoint) => {
  expect(resolveSignal('logs', { endpoint, protocol: 'grpc' }).endpoint).toBe(endpoint)
})
