import type { ReceivedEvent, ReceivedLog, ReceivedSpan } from '../store/received'
import { logTime, type ReceivedTrace, type SpanNode } from './trace'

/** The content of one row of a printed trace. */
type RowContent =
  | { readonly kind: 'span'; readonly span: ReceivedSpan; readonly remoteParentId: string | undefined }
  | { readonly kind: 'log'; readonly log: ReceivedLog }
  | { readonly kind: 'event'; readonly event: ReceivedEvent }
  | { readonly kind: 'note'; readonly text: string }

export interface Row {
  /** The lines that lead to the row, for example `│  ├─ `. */
  readonly guide: string
  readonly content: RowContent
}

interface Entry {
  readonly content: RowContent
  readonly time: bigint
  readonly node?: SpanNode
  readonly entries?: readonly Entry[]
}

interface Pending {
  readonly entry: Entry
  readonly prefix: string
  readonly isLast: boolean
}

/** Deeper rows are not indented further, so that a row keeps room for its text. */
const MAX_PREFIX_CHARS = 14 * 3

/** The rows of a trace, from the top; a generator, because a trace may be of any size and depth. */
export function* traceRows(trace: ReceivedTrace): Generator<Row> {
  const pending: Pending[] = []
  push(pending, topEntries(trace), '')
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { entry, prefix, isLast } = next
    yield { guide: `${prefix}${isLast ? '└─' : '├─'} `, content: entry.content }
    const isDeep = prefix.length >= MAX_PREFIX_CHARS
    push(pending, childEntries(entry), isDeep ? prefix : `${prefix}${isLast ? ' ' : '│'}  `)
  }
}

function push(pending: Pending[], entries: readonly Entry[], prefix: string): void {
  for (let i = entries.length - 1; i >= 0; i--) {
    pending.push({ entry: entries[i]!, prefix, isLast: i === entries.length - 1 })
  }
}

function topEntries(trace: ReceivedTrace): Entry[] {
  const top = trace.roots.map((node) => spanEntry(node, node.span.parentSpanId))
  const orphans = new Map<string, Entry[]>()
  for (const node of trace.orphans) {
    const parentId = node.span.parentSpanId ?? ''
    orphans.set(parentId, [...(orphans.get(parentId) ?? []), spanEntry(node)])
  }
  for (const [parentId, entries] of orphans) top.push(headingEntry(`parent ${parentId} not received`, entries))
  if (trace.strayLogs.length > 0) top.push(headingEntry('logs without a received span', trace.strayLogs.map(logEntry)))
  return top
}

function childEntries({ node, entries }: Entry): readonly Entry[] {
  if (!node) return entries ?? []
  const children = node.children.map((child) => spanEntry(child))
  const all = [...node.logs.map(logEntry), ...node.span.events.map(eventEntry), ...children]
  return all.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
}

function spanEntry(node: SpanNode, remoteParentId?: string): Entry {
  return { content: { kind: 'span', span: node.span, remoteParentId }, time: node.span.startTimeUnixNano, node }
}

function logEntry(log: ReceivedLog): Entry {
  return { content: { kind: 'log', log }, time: logTime(log) }
}

function eventEntry(event: ReceivedEvent): Entry {
  return { content: { kind: 'event', event }, time: event.timeUnixNano }
}

function headingEntry(text: string, entries: readonly Entry[]): Entry {
  return { content: { kind: 'note', text }, time: 0n, entries }
}
