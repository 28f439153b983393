import { setTimeout as delay } from 'node:timers/promises'

const WITHIN_MS = 60_000
const POLL_MS = 100

/**
 * Asks again until the answer is the wanted one: a backend answers queries a little after it has
 * accepted the data.
 *
 * @throws after a minute, with the last answer.
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T>,
  isAsWanted: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + WITHIN_MS
  for (;;) {
    const answer = await read()
    if (isAsWanted(answer)) return answer
    if (Date.now() > deadline) throw new Error(`${what}: not within ${WITHIN_MS} ms, but ${JSON.stringify(answer)}`)
    await delay(POLL_MS)
  }
}
