// OpenTelemetry's Logs API over the stock SDK, without a logger in front. The environment names the
// protocol.
import { offerWork } from '../../harness/processes/work.cjs'
import { startSdk } from '../sdk.mjs'
import { ownLine } from '../stock-line.mjs'

// The Logs API is a part of API 1.10.
const { SeverityNumber } = ownLine.require(ownLine.sdk === 3 ? '@opentelemetry/api' : '@opentelemetry/api-logs')
const logger = startSdk().loggerProvider.getLogger('bench')

offerWork((index) =>
  logger.emit({
    severityNumber: SeverityNumber.INFO,
    severityText: 'INFO',
    body: 'order placed',
    attributes: { orderId: index, customer: 'acme', total: 12.5 },
  }),
)
