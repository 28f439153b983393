import { contenders } from '../contenders/logs/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

const { pino, 'pino-heddle': heddle, 'pino-instrumentation': instrumentation, 'pino-transport': transport } = contenders

export default workScenario({
  title: 'A pino line in an active span: JSON to /dev/null, and a log record to the collector; 5,000 a second',
  unit: 'µs of CPU a line',
  id: 'pino-line',
  baseline: 'bare',
  contenders: { bare: pino, heddle, 'pino-instrumentation': instrumentation, 'pino-transport': transport },
  count: 10_000,
  rate: 5_000,
  leadIn: 5_000,
  perItem: { logs: 1 },
})
