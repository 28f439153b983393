// OpenTelemetry's Logs API over the stock SDK, without a logger in front. The environment names the
// protocol.
import { SeverityNumber } from '@opentelemetry/api-logs'
import { offerWork } from '../../harness/processes/work.cjs'
import { startSdk } from '../sdk.mjs'

const logger = (await startSdk()).loggerProvider.getLogger('bench')

offerWork((index) =>
  logger.emit({
    severityNumber: SeverityNumber.INFO,
    severityText: 'INFO',
    body: 'order placed',
    attributes: { orderId: index, customer: 'acme', total: 12.5 },
  }),
)
