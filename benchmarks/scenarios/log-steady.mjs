import { contenders as all } from '../contenders/logs/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

// pino under a bridge writes a line beside its record: `pino-line` measures both.
const { 'pino-heddle': _1, 'pino-instrumentation': _2, 'pino-transport': _3, ...contenders } = all

export default workScenario({
  title: 'Log record in an active span, from the call to the acknowledgement: 5,000 a second',
  unit: 'µs of CPU a record',
  id: 'log-steady',
  contenders,
  count: 10_000,
  rate: 5_000,
  leadIn: 5_000,
  perItem: { logs: 1 },
})
