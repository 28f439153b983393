import { empty } from '../contenders/empty.mjs'
import { openTelemetry } from '../contenders/environment.mjs'
import { stockVersions } from '../contenders/stock-line.mjs'
import { workScenario } from '../harness/kinds/work.mjs'

const env = openTelemetry('http/protobuf')
const pino = { app: 'apps/disabled-pino.cjs', delivers: [] }

export default workScenario({
  title: 'A line below the level',
  unit: 'µs of CPU a call',
  id: 'disabled-level',
  contenders: {
    empty,
    pino: { ...pino, what: 'alone' },
    heddle: { what: 'heddle.logger()', app: 'contenders/logs/disabled-heddle.mjs', env, delivers: [] },
    'pino-heddle': { ...pino, what: 'pino under heddle/register', preload: 'heddle', env },
    'pino-instrumentation': {
      ...pino,
      what: (major) => `pino under ${stockVersions(major, '@opentelemetry/instrumentation-pino')}`,
      preload: new URL('../contenders/sdk-pino.mjs', import.meta.url).href,
      env,
    },
    winston: { what: 'alone', app: 'contenders/logs/disabled-winston.mjs', delivers: [] },
  },
  count: 1_000_000,
  warmup: 1_000_000,
})
