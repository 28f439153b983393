import { contenders } from '../contenders/logs/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

export default workScenario({
  title:
    'Log records in one burst of 50,000: what is lost here costs nothing, so read what arrived, and what each record that arrived cost',
  unit: 'µs of CPU a record',
  id: 'log-burst',
  contenders,
  count: 50_000,
  maxRounds: 3,
  showsPerArrived: true,
  perItem: { logs: 1 },
})
