// What a process writes down of itself, past Heddle and within the call, so that SIGKILL cannot
// take it:
//   m NUMBER TIME   a record is about to be made
//   c NUMBER        a flush has covered all records below this number
//   l LEDGER        the ledger as it stands
//   e LEDGER        the same, as the last word
import { openSync, writeSync } from 'node:fs'

const file = openSync(process.env.SOAK_JOURNAL, 'a')

export const journal = {
  making: (number) => writeSync(file, `m ${number} ${Date.now()}\n`),
  covered: (below) => writeSync(file, `c ${below}\n`),
  ledger: (heddle) => writeSync(file, `l ${JSON.stringify(heddle.ledger())}\n`),
}

/** To be called after Heddle's start, so that our listener for `exit` runs after Heddle's. */
export function writeLastWord(heddle) {
  const write = () => writeSync(file, `e ${JSON.stringify(heddle.ledger())}\n`)
  process.on('exit', write)
  // A process that dies of a signal has no `exit`: the last moment is when Heddle raises the signal
  // again.
  const { kill } = process
  process.kill = (pid, signal) => {
    // By 0 it is only asked whether a process is there: Heddle asks that of all owners of a spool,
    // itself among them.
    if (pid === process.pid && signal !== 0) write()
    return kill.call(process, pid, signal)
  }
}
