import { contenders, throughput } from '../contenders/encode/index.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

export default workScenario({
  title: 'Spans of a request, eleven attributes, to an OTLP protobuf request of 512',
  unit: 'µs of CPU a record',
  id: 'encode-spans',
  contenders,
  count: 512 * 100,
  warmup: 512 * 400,
  env: { BENCH_SIGNAL: 'spans' },
  describe: throughput,
})
