import { startReceiver } from '@heddle/receiver'

const HARVEST_MS = 50
const REOPEN_MS = 10_000

/**
 * What a mood does to a request, and what the sender may conclude from it. The collector keeps
 * items that it refuses for good: the ledger must count them as refused, and the verdict still
 * looks for their numbers.
 */
const MOODS = {
  up: () => ({ told: 'delivered' }),
  unavailable: (random) => ({
    answer: {
      httpStatus: 503,
      grpcStatus: 14,
      ...(random.next() < 0.5 && { retryAfterMs: random.between(1, 2) * 1000 }),
    },
  }),
  throttling: () => ({ answer: { httpStatus: 429, grpcStatus: 8, retryAfterMs: 1000 } }),
  hanging: () => ({ answer: { hang: true } }),
  resetting: () => ({ answer: { reset: true } }),
  forgetful: () => ({ answer: { reset: true, keep: true }, told: 'nothing' }),
  flaky: (random) => (random.next() < 0.5 ? MOODS.up() : MOODS.unavailable(random)),
  refusing: () => ({ answer: { httpStatus: 400, grpcStatus: 3, keep: true }, told: 'rejected' }),
  choosy: (random, count) => {
    const rejected = random.between(1, count)
    return { answer: { partialSuccess: { rejected }, keep: true }, told: 'delivered', rejected }
  },
}

/** How often the collector is in each mood. `closed`: nothing listens on its ports. */
export const MOOD_WEIGHTS = {
  up: 5,
  closed: 4,
  unavailable: 2,
  throttling: 1,
  hanging: 1,
  resetting: 1,
  forgetful: 1,
  flaky: 2,
  refusing: 0.3,
  choosy: 1,
}

/**
 * A collector with moods. It counts the copies of each record that it received, and what it told
 * each sender of its items.
 */
export class Collector {
  mood = 'up'
  /** Copies by the record's number; by a description, if the record has none. */
  copies = new Map()
  /**
   * By process: items that the collector has told it are delivered, rejected, or refused in part.
   */
  told = new Map()
  /** Items that the collector kept without telling their sender. */
  withheld = 0
  httpUrl = ''
  grpcUrl = ''
  #random
  #receiver
  #harvesting

  constructor(random) {
    this.#random = random
  }

  async open() {
    const ports = { httpPort: portOf(this.httpUrl), grpcPort: portOf(this.grpcUrl) }
    const options = { ...ports, respond: (request) => this.#respond(request) }
    this.#receiver = await persistently(() => startReceiver(options))
    ;({ httpUrl: this.httpUrl, grpcUrl: this.grpcUrl } = this.#receiver)
    this.#harvesting = setInterval(() => this.#harvest(), HARVEST_MS)
  }

  async close() {
    clearInterval(this.#harvesting)
    await this.#receiver?.close()
    this.#harvest()
    this.#receiver = undefined
  }

  async enter(mood) {
    if (mood === 'closed') await this.close()
    else if (this.#receiver === undefined) await this.open()
    this.mood = mood
  }

  #respond({ headers, count }) {
    const { answer, told, rejected = 0 } = MOODS[this.mood](this.#random, count)
    const sender = Number(headers['x-soak-process'])
    if (!this.told.has(sender)) this.told.set(sender, { delivered: 0, rejected: 0, partial_success: 0 })
    if (told === 'nothing') this.withheld += count
    else if (told !== undefined) {
      this.told.get(sender)[told] += count - rejected
      this.told.get(sender).partial_success += rejected
    }
    return answer
  }

  #harvest() {
    const receiver = this.#receiver
    if (receiver === undefined) return
    if (receiver.evicted > 0) throw new Error('the receiver had to forget records: the figures would be wrong')
    for (const { attributes, resource, body, name } of [...receiver.logs, ...receiver.spans]) {
      const key = attributes['number'] ?? `${body ?? name} of ${resource['soak.process']}`
      this.copies.set(key, (this.copies.get(key) ?? 0) + 1)
    }
    receiver.clear()
  }
}

const portOf = (url) => (url === '' ? 0 : Number(new URL(url).port))

/** A port that was given up for a moment may have been taken by someone's connection. */
async function persistently(open) {
  const deadline = performance.now() + REOPEN_MS
  for (;;) {
    try {
      return await open()
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || performance.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
