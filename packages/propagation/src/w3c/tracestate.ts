import type { TraceState } from '@opentelemetry/api'
import { combineHeaders } from '../text/carrier'
import { trimEnd, trimStart } from '../text/whitespace'
import { isKey, isValue } from './tracestate-grammar'

const MAX_MEMBERS = 32
/** The length of the longest 32 members; a longer header is discarded unread. */
const MAX_HEADER_LENGTH = MAX_MEMBERS * (256 + 1 + 256) + MAX_MEMBERS - 1
const MAX_PROPAGATED_LENGTH = 512
const LARGE_MEMBER_LENGTH = 128
const EQUALS = '='

/**
 * The members of a `tracestate`, the most recent first. Immutable: `set` and `unset` return a new
 * one.
 *
 * @see https://www.w3.org/TR/trace-context-2/#tracestate-header
 */
export class Tracestate implements TraceState {
  readonly #members: ReadonlyMap<string, string>
  #serialized: string | undefined

  constructor(members: ReadonlyMap<string, string>) {
    this.#members = members
  }

  /** The number of members, at most 32. */
  get size(): number {
    return this.#members.size
  }

  /** The member's value; `undefined` when there is none. */
  get(key: string): string | undefined {
    return this.#members.get(key)
  }

  /**
   * Puts the member first. An invalid key or value changes nothing; beyond 32 members the last one
   * is dropped.
   */
  set(key: string, value: string): Tracestate {
    if (typeof key !== 'string' || typeof value !== 'string') return this
    if (!isKey(key, 0, key.length) || !isValue(value, 0, value.length)) return this
    const members = new Map([[key, value]])
    for (const [otherKey, otherValue] of this.#members) {
      if (members.size === MAX_MEMBERS) break
      if (otherKey !== key) members.set(otherKey, otherValue)
    }
    return new Tracestate(members)
  }

  /** Returns a tracestate without the member. */
  unset(key: string): Tracestate {
    if (!this.#members.has(key)) return this
    const members = new Map(this.#members)
    members.delete(key)
    return new Tracestate(members)
  }

  /**
   * The header, at most 512 characters: members of more than 128 characters are dropped first, then
   * those at the end.
   */
  serialize(): string {
    this.#serialized ??= joinWithinLimit([...this.#members].map(([key, value]) => key + EQUALS + value))
    return this.#serialized
  }
}

/**
 * Reads a `tracestate` header; several headers are combined in order. One invalid member, or more
 * than 32 members, discard the whole header. For a key that comes twice the first value counts,
 * which is the more recent one. Never throws.
 *
 * @returns `undefined` for an empty or discarded header
 * @example
 * ```ts
 * parseTracestate('vendor=a1,other=b2')?.get('vendor') // 'a1'
 * ```
 *
 * @see https://www.w3.org/TR/trace-context-2/#tracestate-header-field-values
 */
export function parseTracestate(value: string | readonly string[] | undefined): Tracestate | undefined {
  const header = combineHeaders(value, MAX_HEADER_LENGTH + 1)
  if (header === undefined || header.length > MAX_HEADER_LENGTH) return undefined
  const members = new Map<string, string>()
  let count = 0
  for (let start = 0, comma: number; start <= header.length; start = comma + 1) {
    comma = header.indexOf(',', start)
    if (comma < 0) comma = header.length
    const first = trimStart(header, start, comma)
    const end = trimEnd(header, first, comma)
    if (first === end) continue
    if (++count > MAX_MEMBERS || !addMember(members, header, first, end)) return undefined
  }
  return members.size === 0 ? undefined : new Tracestate(members)
}

/** Returns false when the member is invalid. */
function addMember(members: Map<string, string>, header: string, start: number, end: number): boolean {
  const equals = header.indexOf(EQUALS, start)
  if (equals < 0 || !isKey(header, start, equals) || !isValue(header, equals + 1, end)) return false
  const key = header.slice(start, equals)
  if (!members.has(key)) members.set(key, header.slice(equals + 1, end))
  return true
}

/**
 * Writes a `tracestate` header of at most 512 characters. Accepts any TraceState; one of another
 * class is checked, because its text goes into a header. Never throws.
 *
 * @returns `undefined` when there is nothing valid to write
 * @example
 * ```ts
 * formatTracestate(span.spanContext().traceState)
 * ```
 */
export function formatTracestate(state: TraceState | undefined): string | undefined {
  const ours = state instanceof Tracestate ? state : parseTracestate(serialized(state))
  return ours?.serialize() || undefined
}

function serialized(state: TraceState | undefined): string | undefined {
  try {
    return state?.serialize()
  } catch {
    return undefined
  }
}

function joinWithinLimit(members: string[]): string {
  let length = members.reduce((sum, member) => sum + member.length + 1, -1)
  for (const limit of [LARGE_MEMBER_LENGTH, 0]) {
    for (let index = members.length - 1; index >= 0 && length > MAX_PROPAGATED_LENGTH; index--) {
      const member = members[index] as string
      if (member.length <= limit) continue
      members.splice(index, 1)
      length -= member.length + 1
    }
  }
  return members.join(',')
}
