import { toAttributeValue } from '@heddle/logger'
import { ROOT_CONTEXT } from '@opentelemetry/api'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import { HeddleLoggerProvider } from './logger-provider'

const LIMITS = { attributeCount: 128, attributeValueLength: Number.POSITIVE_INFINITY }

/** A way out that reads a record at once and keeps what it read. */
function wayOut() {
  const written: unknown[] = []
  const processor: LogRecordProcessor = {
    onEmit: (record) => void written.push({ ...record.attributes, body: record.body }),
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
  return { logger: provider.getLogger('test'), written }
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
