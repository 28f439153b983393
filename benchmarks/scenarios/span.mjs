import { contenders } from '../contenders/spans/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

export default workScenario({
  title: 'Span with ten attributes by the OpenTelemetry API, from the call to the acknowledgement: 5,000 a second',
  unit: 'µs of CPU a span',
  id: 'span',
  contenders,
  count: 10_000,
  rate: 5_000,
  leadIn: 5_000,
  maxRounds: 3,
  perItem: { internal: 1 },
})
