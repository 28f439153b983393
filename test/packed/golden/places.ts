import { type Arrived, type Item, idOf, KINDS, list, logsOf, REMOTE_SPAN, spansOf } from './items'
import type { Message } from './raw-receiver'
import { type Run, shownValue } from './shown'

/** An item and where it stands, in words that are the same whoever sends it: `step > item`. */
type Placed = readonly [place: string, item: Item]

interface Places {
  readonly spans: readonly Placed[]
  readonly logs: readonly Placed[]
  /** What the span is called within its step. */
  nameOf(spanId: unknown): string
}

export function placesOf(arrived: Arrived, run: Run): Places {
  const counts = new Map<string, number>()
  /** From the second one on, items of one name are numbered. */
  const place = (message: Message, name: string): string => {
    const traceId = idOf(message['traceId'])
    const named = `${arrived.steps.get(traceId) ?? (traceId ? 'own trace' : 'no trace')} > ${name}`
    const count = (counts.get(named) ?? 0) + 1
    counts.set(named, count)
    return count === 1 ? named : `${named} #${count}`
  }
  const names = new Map([[REMOTE_SPAN, 'the remote span']])
  const spans = spansOf(arrived).map((item): Placed => {
    const placed = place(item.message, spanName(item.message))
    names.set(idOf(item.message['spanId']), placed.slice(placed.indexOf(' > ') + 3))
    return [placed, item]
  })
  const logs = logsOf(arrived).map((item): Placed => [place(item.message, logName(item.message, run)), item])
  return {
    spans,
    logs,
    nameOf(spanId) {
      const id = idOf(spanId)
      return id === '' ? 'none' : (names.get(id) ?? 'one that did not arrive')
    },
  }
}

/** Spans of requests are known by their kind, others by their name as well. */
function spanName(span: Message): string {
  const kind = KINDS[Number(span['kind'] ?? 0)]!
  const isRequest = list(span['attributes']).some(({ key }) => key === 'http.request.method')
  return isRequest && kind !== 'INTERNAL' ? kind : `${kind} ${span['name'] ?? ''}`
}

function logName(log: Message, run: Run): string {
  const body = (log['body'] ?? {}) as Message
  return `log ${log['eventName'] || (body['stringValue'] ?? shownValue(body, run))}`
}
