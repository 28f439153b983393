// The last process of the service: makes no records, sends what all others have left on disk, and
// ends when the disk is empty.
import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { start } from 'heddle'
import { writeLastWord } from './journal.mjs'

const heddle = start()
writeLastWord(heddle)

const deadline = performance.now() + Number(process.env.SOAK_LIFE_MS)
while (hasSegments() && performance.now() < deadline) await sleep(50)
await heddle.shutdown()

function hasSegments() {
  return readdirSync(process.env.HEDDLE_SPOOL_DIR, { recursive: true }).some((file) => /\.(seg|journal)$/.test(file))
}
