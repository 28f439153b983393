import { Random } from '../random.mjs'
import { journal, writeLastWord } from './journal.mjs'

const ROUND_MS = 20
const { SOAK_FIRST, SOAK_SEED, SOAK_ENDING, SOAK_LIFE_MS } = process.env

let next = Number(SOAK_FIRST)

/** Which number the next record will have. */
export const nextNumber = () => next

/**
 * Makes numbered records in small bursts, until the process ends itself in the way that its
 * environment names, or is killed. Returns the function that stops it.
 */
export function work(heddle, { log, span }) {
  const random = new Random(Number(SOAK_SEED))
  writeLastWord(heddle)
  const timer = setInterval(() => {
    for (let left = random.between(1, 8); left > 0; left--) {
      const number = next++
      journal.making(number)
      if (random.next() < 0.5) log(number)
      else span(number)
    }
    journal.ledger(heddle)
  }, ROUND_MS)
  const stop = () => clearInterval(timer)
  setTimeout(() => ENDINGS[SOAK_ENDING]?.(stop), Number(SOAK_LIFE_MS))
  return stop
}

const ENDINGS = {
  'process.exit': () => process.exit(3),
  exception: () => {
    throw new Error('nobody catches this')
  },
  rejection: () => void Promise.reject(new Error('nobody handles this')),
  'end of script': (stop) => stop(),
}
