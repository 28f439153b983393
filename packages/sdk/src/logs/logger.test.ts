import { toAttributeValue } from '@heddle/logger'
import { ROOT_CONTEXT } from '@opentelemetry/api'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { HeddleLoggerProvider } from './logger-provider'

const LIMITS = { attributeCount: 128, attributeValueLength: Number.POSITIVE_INFINITY }

/** A way out that reads a record at once and keeps what it read. */
function wayOut() {
  const written: unknown[] = []
  const scopes: unknown[] = []
  const processor: LogRecordProcessor = {
    onEmit(record) {
      written.push({ ...record.attributes, body: record.body })
      scopes.push((record.instrumentationScope as { attributes?: unknown }).attributes)
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  }
  const provider = new HeddleLoggerProvider({
    resource: resourceFromAttributes({}),
    limits: LIMITS,
    describe: toAttributeValue,
    processors: [processor],
    exportOnly: true,
  })
  return { provider, logger: provider.getLogger('test'), written, scopes }
}

test('a getter that logs while its record is written down changes nothing in that record', () => {
  const { logger, written } = wayOut()
  const attributes = {
    get noisy() {
      logger.emit({ body: 'inner', context: ROOT_CONTEXT })
      return 1
    },
    quiet: 2,
  }
  logger.emit({ body: 'outer', attributes, context: ROOT_CONTEXT })
  expect(written.filter((record) => (record as { body: string }).body === 'outer')).toEqual([
    { body: 'outer', noisy: 1, quiet: 2 },
  ])
})

test('undefined says that there is no such attribute, of a record as of a scope; null is the empty value', () => {
  const { provider, written, scopes } = wayOut()
  const attributes = { none: null, missing: undefined }
  provider.getLogger('scoped', '1', { attributes }).emit({ body: 'text', attributes })
  expect([written, scopes]).toStrictEqual([[{ none: null, body: 'text' }], [{ none: null }]])
})
