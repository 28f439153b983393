import { contenders, throughput } from '../contenders/encode/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

export default workScenario({
  title: 'Log records, three attributes, to an OTLP protobuf request of 512',
  unit: 'µs of CPU a record',
  id: 'encode-logs',
  contenders,
  count: 512 * 100,
  warmup: 512 * 400,
  env: { BENCH_SIGNAL: 'logs' },
  describe: throughput,
})
