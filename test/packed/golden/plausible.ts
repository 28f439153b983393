import { type Arrived, idOf, logsOf, nanoseconds, REMOTE_SPAN, spansOf } from './items'
import type { Message } from './raw-receiver'

/** A process's clock and the test's may differ by this much: a millisecond, and what rounding takes. */
const TOLERANCE = 2_000_000n

/** What cannot be true of ids and times; a time that the script itself gives is left alone. */
export function implausible(arrived: Arrived, beginMs: number, endMs: number): readonly string[] {
  const problems: string[] = []
  const begin = BigInt(Math.floor(beginMs)) * 1_000_000n - TOLERANCE
  const end = BigInt(Math.ceil(endMs)) * 1_000_000n + TOLERANCE
  const isGiven = (time: bigint) => time < begin - 86_400_000_000_000n
  const expectWithin = (what: string, time: bigint, from = begin, to = end) => {
    if (!isGiven(time) && (time < from || time > to)) problems.push(`${what}: ${time} is not from ${from} to ${to}`)
  }
  const spans = new Map<string, Message>()
  for (const { message } of spansOf(arrived)) {
    const { name = '', spanId, traceId } = message
    const id = idOf(spanId)
    if (!/^[\da-f]{16}$/.test(id) || /^0+$/.test(id) || spans.has(id) || id === REMOTE_SPAN)
      problems.push(`${name}: the id ${id}`)
    if (!/^[\da-f]{32}$/.test(idOf(traceId))) problems.push(`${name}: the trace id ${idOf(traceId)}`)
    spans.set(id, message)
  }
  for (const span of spans.values()) {
    const [from, to] = timesOf(span)
    expectWithin(`${span['name']}: start`, from)
    expectWithin(`${span['name']}: end`, to, isGiven(from) ? begin : from)
    const parent = spans.get(idOf(span['parentSpanId']))
    if (parent) expectWithin(`${span['name']}: start, by its parent`, from, timesOf(parent)[0] - TOLERANCE)
  }
  for (const { message } of logsOf(arrived)) {
    expectWithin('a log record', nanoseconds(message['timeUnixNano']))
    expectWithin('a log record, observed', nanoseconds(message['observedTimeUnixNano']))
  }
  return problems
}

const timesOf = (span: Message) =>
  [nanoseconds(span['startTimeUnixNano']), nanoseconds(span['endTimeUnixNano'])] as const
