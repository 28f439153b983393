// A service that uses the handle, flushes now and then, and shuts down in order at a signal.
import { setTimeout as sleep } from 'node:timers/promises'
import { start } from 'heddle'
import { journal } from './journal.mjs'
import { nextNumber, work } from './work.mjs'

const FLUSH_EVERY_MS = 200
const FLUSH_TIMEOUT_MS = 60_000

const heddle = start()
const logger = heddle.logger('soak')

const stop = work(heddle, {
  log: (number) => logger.info('work', { number }),
  span: (number) => heddle.span('work', { attributes: { number } }, () => {}),
})

process.once('SIGTERM', async () => {
  stop()
  await heddle.shutdown()
  process.exit(0)
})

async function flushForever() {
  for (;;) {
    await sleep(FLUSH_EVERY_MS, undefined, { ref: false })
    const below = nextNumber()
    const begin = performance.now()
    await heddle.flush({ timeoutMs: FLUSH_TIMEOUT_MS })
    // Nobody waits this long here; were it so, the flush would have covered nothing.
    if (performance.now() - begin < FLUSH_TIMEOUT_MS) journal.covered(below)
  }
}

void flushForever()
