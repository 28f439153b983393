import { createOtlpPipeline, type SignalOptions } from '@heddle/otlp'
import { CERTIFICATE, KEY, logs, problemsOf, traces } from '../../fixtures/resolve'
import type { Target } from './export'

test('the signal variable comes before the general one', () => {
  const env = {
    OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
    OTEL_EXPORTER_OTLP_LOGS_COMPRESSION: 'none',
    OTEL_EXPORTER_OTLP_TIMEOUT: '5000',
    OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '7000',
  }
  expect(traces({}, env)).toMatchObject({ compression: 'gzip', timeoutMs: 7_000 })
  expect(logs({}, env)).toMatchObject({ compression: 'none', timeoutMs: 5_000 })
})

test('headers are percent-decoded pairs, lower-cased', () => {
  const env = { OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20abc%3D, x-tenant = acme ,' }
  expect(traces({}, env).headers).toEqual({ authorization: 'Bearer abc=', 'x-tenant': 'acme' })
})

test('certificates are read from the files that are named', () => {
  const env = {
    OTEL_EXPORTER_OTLP_CERTIFICATE: '/ca.pem',
    OTEL_EXPORTER_OTLP_CLIENT_KEY: '/key.pem',
    OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: '/client.pem',
    OTEL_EXPORTER_OTLP_LOGS_CERTIFICATE: '/client.pem',
  }
  expect(traces({}, env).tls).toMatchObject({ ca: CERTIFICATE, cert: CERTIFICATE, key: KEY })
  expect(traces({ export: { tls: { ca: String(CERTIFICATE) } } }, env).tls?.ca).toBe(String(CERTIFICATE))
})

test.each([
  [
    'a certificate without its key',
    { OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE: '/client.pem' },
    'OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE: a client certificate needs its private key, as export.tls.key or OTEL_EXPORTER_OTLP_CLIENT_KEY',
  ],
  [
    'a key without its certificate',
    { OTEL_EXPORTER_OTLP_CLIENT_KEY: '/key.pem' },
    'OTEL_EXPORTER_OTLP_CLIENT_KEY: a private key needs its client certificate, as export.tls.cert or OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE',
  ],
  [
    'the key of another certificate',
    { OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: '/client.pem', OTEL_EXPORTER_OTLP_CLIENT_KEY: '/other.pem' },
    'OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE, OTEL_EXPORTER_OTLP_CLIENT_KEY: cannot be used (ERR_OSSL_X509_KEY_VALUES_MISMATCH)',
  ],
  [
    'a file that is no certificate',
    { OTEL_EXPORTER_OTLP_CERTIFICATE: '/picture.png' },
    'OTEL_EXPORTER_OTLP_CERTIFICATE: its value cannot be used (not shown, it may be secret), allowed: PEM, which begins with -----BEGIN',
  ],
])('%s is an error that names its setting', (_name, env, problem) => {
  expect(problemsOf({}, env)).toEqual([problem])
})

test('the same in code', () => {
  expect(problemsOf({ export: { logs: { tls: { cert: CERTIFICATE } } } })).toEqual([
    'export.logs.tls.cert: a client certificate needs its private key, as export.tls.key or OTEL_EXPORTER_OTLP_CLIENT_KEY',
  ])
})

test('a gRPC name is reached without TLS when that is said', () => {
  const endpoint = 'dns:///c:4317'
  expect(traces({ export: { endpoint } }).tls).toBeUndefined()
  expect(traces({ export: { endpoint } }, { OTEL_EXPORTER_OTLP_INSECURE: 'true' }).tls?.insecure).toBe(true)
  expect(traces({ export: { endpoint, tls: { insecure: true } } }).tls?.insecure).toBe(true)
})

test('the batch processors’ variables set our batches and our queue', () => {
  const env = {
    OTEL_BSP_SCHEDULE_DELAY: '200',
    OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '64',
    OTEL_BLRP_MAX_QUEUE_SIZE: '4096',
  }
  expect(traces({}, env).batch).toEqual({ maxItems: 64, maxDelayMs: 200 })
  expect(logs({}, env)).toMatchObject({ batch: {}, maxQueueItems: 4_096 })
  expect(logs({ export: { maxQueueItems: 9 } }, env).maxQueueItems).toBe(9)
})

test('each bound of a batch is looked up by itself', () => {
  const options = { export: { batch: { maxItems: 5, maxDelayMs: 50 }, traces: { batch: { maxItems: 6 } } } }
  expect(traces(options).batch).toEqual({ maxItems: 6, maxDelayMs: 50 })
  expect(logs(options).batch).toEqual({ maxItems: 5, maxDelayMs: 50 })
})

test('a timeout of 0 is no limit, a delay of 0 the shortest', () => {
  const env = { OTEL_EXPORTER_OTLP_TIMEOUT: '0', OTEL_BSP_SCHEDULE_DELAY: '0' }
  expect(traces({}, env)).toMatchObject({ timeoutMs: 2 ** 31 - 1, batch: { maxDelayMs: 1 } })
  expect(traces({ export: { timeoutMs: 0 } }).timeoutMs).toBe(2 ** 31 - 1)
  expect(traces({ export: { timeoutMs: 1e12 } }).timeoutMs).toBe(2 ** 31 - 1)
})

test('what is at the edge of our rules is within those of the sender', () => {
  const least = { maxItems: 1, maxBytes: 1, maxDelayMs: 0 }
  const headers = { 'x-!#$%': '\t ~' }
  const target = traces({ export: { timeoutMs: 0, batch: least, maxQueueBytes: 1, maxQueueItems: 1, headers } })
  expect(() => createOtlpPipeline({ resource: { attributes: {} }, traces: target })).not.toThrow()
})

test('the compiler refuses a setting that the sender does not know', () => {
  const known: SignalOptions = traces()
  // @ts-expect-error: no such setting
  const target: Target = { ...traces(), endpoint: known.endpoint, maxQueueRecords: 1 }
  expect(target.endpoint).toBe(known.endpoint)
})
