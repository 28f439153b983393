import { shownText } from '@heddle/sdk'

/** What differs between messages of one kind: what is quoted, ids and numbers. */
const VARIABLE = /"[^"]*"|'[^']*'|\b[0-9a-f]{16,}\b|\d+/gi
const KIND_LENGTH = 500
const MAX_KINDS = 100
/** A kind that goes on is said again, with its count, after this time. */
const AGAIN_AFTER_MS = 3_600_000

interface Kind {
  readonly first: string
  saidAtMs: number
  unsaid: number
}

/**
 * Lets each kind of message through once, and then once an hour with the count of those that were
 * held back. A message for each request is no news, and stderr must not grow with the traffic.
 */
export class RepeatedMessages {
  readonly #kinds = new Map<string, Kind>()
  readonly #nowMs: () => number

  constructor(nowMs: () => number = () => performance.now()) {
    this.#nowMs = nowMs
  }

  /** @returns the message as it is to be said now, or `undefined` if it is only counted */
  admit(message: string): string | undefined {
    const nowMs = this.#nowMs()
    const kind = this.#kindOf(message, nowMs)
    if (kind === undefined) return message
    kind.unsaid++
    if (nowMs - kind.saidAtMs < AGAIN_AFTER_MS) return undefined
    const count = kind.unsaid
    kind.saidAtMs = nowMs
    kind.unsaid = 0
    return `${message} (${count} of this kind in the last hours)`
  }

  /** What was held back since it was said last, on one line; `undefined` if nothing was. */
  takeRest(): string | undefined {
    const rest: string[] = []
    for (const kind of this.#kinds.values()) {
      if (kind.unsaid > 0) rest.push(`${kind.unsaid} more of ${shownText(kind.first)}`)
      kind.unsaid = 0
    }
    return rest.length > 0 ? `said once and then counted: ${rest.join(', ')}` : undefined
  }

  /** @returns `undefined` for the first of a kind */
  #kindOf(message: string, nowMs: number): Kind | undefined {
    let name = message.slice(0, KIND_LENGTH).replace(VARIABLE, '#')
    if (!this.#kinds.has(name) && this.#kinds.size >= MAX_KINDS) name = 'others'
    const known = this.#kinds.get(name)
    if (known === undefined) {
      const first = copied(message.slice(0, KIND_LENGTH))
      this.#kinds.set(copied(name), { first, saidAtMs: nowMs, unsaid: 0 })
    }
    return known
  }
}

/** A part of a text keeps the whole of it in memory, which may be any size: a copy does not. */
function copied(part: string): string {
  return Buffer.from(part).toString()
}
