// A service that writes numbered lines through pino at an even pace, and knows nothing of
// telemetry. Then it idles, as a server without visitors, until it ends in the way of LOSSES_ENDING
// or a signal ends it. CommonJS, so that no contender needs a loader hook.
const pino = require('pino')

const TICK_MS = 10
const { LOSSES_COUNT, LOSSES_DURING_MS, LOSSES_THEN_MS, LOSSES_ENDING } = process.env
const count = Number(LOSSES_COUNT)

const ENDINGS = {
  'process.exit()': () => process.exit(1),
  'an uncaught exception': () => {
    throw new Error('nobody catches this')
  },
}

const log = pino()
let number = 0
process.send('begin')
const begin = performance.now()
const timer = setInterval(() => {
  const share = Math.min(1, (performance.now() - begin) / Number(LOSSES_DURING_MS))
  while (number < share * count) log.info({ number: number++ }, 'work')
  if (share === 1) rest()
}, TICK_MS)

function rest() {
  clearInterval(timer)
  process.send('done')
  const life = setInterval(() => {}, 60_000)
  const end = ENDINGS[LOSSES_ENDING]
  if (end) end()
  else if (LOSSES_THEN_MS) setTimeout(() => clearInterval(life), Number(LOSSES_THEN_MS))
}
