import { openTelemetry } from '../contenders/environment.mjs'
import { contenders } from '../contenders/logs/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

const { empty, heddle } = contenders
const RATE = 1_000

// The cost of the promise that a `kill -9` takes the last 100 ms alone. One µs a record is 0.1 % of
// a core.
export default workScenario({
  title: 'The journal, log records: 1,000 a second',
  unit: 'µs of CPU a record',
  id: 'log-journal',
  baseline: 'without-journal',
  contenders: {
    empty,
    heddle,
    'without-journal': {
      ...heddle,
      what: 'the same, HEDDLE_SPOOL_JOURNAL=false',
      env: (sink) => ({ ...openTelemetry('http/protobuf')(sink), HEDDLE_SPOOL_JOURNAL: 'false' }),
    },
  },
  count: 5 * RATE,
  rate: RATE,
  leadIn: RATE,
  perItem: { logs: 1 },
})
