import { contenders } from '../contenders/logs/index.mjs'
import { workScenario } from '../harness/work-scenario.mjs'

export default workScenario({
  title: 'Log record in an active span, from the call to the acknowledgement: 5,000 a second',
  unit: 'µs of CPU a record',
  id: 'log-steady',
  contenders,
  count: 10_000,
  rate: 5_000,
  perItem: { logs: 1 },
})
