import type { ReceivedLog, ReceivedSpan } from '../store/received'

/**
 * The parent is known to be remote: OTLP's `SPAN_FLAGS_CONTEXT_HAS_IS_REMOTE` and `…_IS_REMOTE`
 * together.
 */
const REMOTE_PARENT_FLAGS = 0x300

/** A span with its children and logs. */
export interface SpanNode {
  /** The span itself. */
  readonly span: ReceivedSpan
  /** The child spans, by start time. */
  readonly children: readonly SpanNode[]
  /** The span's logs, by time. */
  readonly logs: readonly ReceivedLog[]
}

/**
 * The received spans and logs of one trace. A span that was delivered twice counts once; log
 * records have no id that tells.
 */
export interface ReceivedTrace {
  /** The id that all its spans and logs have. */
  readonly traceId: string
  /** All spans, by start time. */
  readonly spans: readonly ReceivedSpan[]
  /** All logs, by time. */
  readonly logs: readonly ReceivedLog[]
  /** The only span without a parent here; `undefined` when there is none, or more than one. */
  readonly root: ReceivedSpan | undefined
  /**
   * Spans without a parent, and spans whose remote parent belongs to a caller that sends its spans
   * elsewhere.
   */
  readonly roots: readonly SpanNode[]
  /** Spans whose local parent was not received. */
  readonly orphans: readonly SpanNode[]
  /** Logs without a span, and logs of a span that was not received. */
  readonly strayLogs: readonly ReceivedLog[]
  /** Whether there is exactly one root and no orphan. */
  readonly isComplete: boolean
  /** The services of the trace, in the order of their first span. */
  readonly services: readonly string[]
  /** Whether any span has the status ERROR. */
  readonly hasError: boolean
  /**
   * The root's duration in milliseconds (one clock); without a single root, from the first start to
   * the last end.
   */
  readonly durationMs: number
}

interface MutableNode extends SpanNode {
  readonly children: MutableNode[]
  readonly logs: ReceivedLog[]
}

/**
 * Builds one trace from its spans and logs. Accepts any ids: missing parents, cycles and duplicates
 * included.
 */
export function buildTrace(
  traceId: string,
  allSpans: Iterable<ReceivedSpan>,
  allLogs: Iterable<ReceivedLog>,
): ReceivedTrace {
  const { nodes, byId } = toNodes(allSpans)
  const roots: MutableNode[] = []
  const orphans: MutableNode[] = []
  for (const node of nodes) {
    const { parentSpanId, flags } = node.span
    const parent = parentSpanId === undefined ? undefined : byId.get(parentSpanId)
    if (parent) parent.children.push(node)
    else if (parentSpanId === undefined || (flags & REMOTE_PARENT_FLAGS) === REMOTE_PARENT_FLAGS) roots.push(node)
    else orphans.push(node)
  }
  for (const node of cutCycles(nodes, byId, [...roots, ...orphans])) orphans.push(node)
  const logs = [...allLogs].sort((a, b) => compare(logTime(a), logTime(b)))
  const strayLogs: ReceivedLog[] = []
  for (const log of logs) (byId.get(log.spanId ?? '')?.logs ?? strayLogs).push(log)
  const spans = nodes.map((node) => node.span)
  const root = roots.length === 1 ? roots[0]!.span : undefined
  return {
    traceId,
    spans,
    logs,
    root,
    roots,
    orphans,
    strayLogs,
    isComplete: root !== undefined && orphans.length === 0,
    services: [...new Set(spans.map(serviceName))],
    hasError: spans.some((span) => span.status.code === 'ERROR'),
    durationMs: root ? root.durationMs : extentMs(spans),
  }
}

/** All traces among these spans and logs, in the order of their first item. */
export function buildTraces(spans: readonly ReceivedSpan[], logs: readonly ReceivedLog[]): ReceivedTrace[] {
  const groups = new Map<string, { spans: ReceivedSpan[]; logs: ReceivedLog[] }>()
  const groupOf = (traceId: string) => {
    let group = groups.get(traceId)
    if (!group) {
      group = { spans: [], logs: [] }
      groups.set(traceId, group)
    }
    return group
  }
  for (const span of spans) groupOf(span.traceId).spans.push(span)
  for (const log of logs) if (log.traceId !== undefined) groupOf(log.traceId).logs.push(log)
  return Array.from(groups, ([traceId, group]) => buildTrace(traceId, group.spans, group.logs))
}

/** The service name of a span or log. */
export function serviceName({ resource }: Pick<ReceivedSpan, 'resource'>): string {
  const name = resource['service.name']
  return typeof name === 'string' ? name : 'unknown_service'
}

/** The time of a log: its own time, otherwise the time of its observation. */
export function logTime(log: ReceivedLog): bigint {
  return log.timeUnixNano || log.observedTimeUnixNano
}

/**
 * Nodes by start time. A span that came twice has one node; spans without an id cannot be told
 * apart, and all stay.
 */
function toNodes(spans: Iterable<ReceivedSpan>): { nodes: MutableNode[]; byId: Map<string, MutableNode> } {
  const nodes: MutableNode[] = []
  const byId = new Map<string, MutableNode>()
  for (const span of spans) {
    if (byId.has(span.spanId)) continue
    const node = { span, children: [], logs: [] }
    nodes.push(node)
    if (span.spanId !== '') byId.set(span.spanId, node)
  }
  nodes.sort((a, b) => compare(a.span.startTimeUnixNano, b.span.startTimeUnixNano))
  return { nodes, byId }
}

/**
 * No root leads to spans that are their own ancestors; removes one span of each such cycle from its
 * parent.
 */
function cutCycles(
  nodes: readonly MutableNode[],
  byId: ReadonlyMap<string, MutableNode>,
  tops: readonly MutableNode[],
): MutableNode[] {
  const reached = new Set<MutableNode>()
  for (const top of tops) reach(top, reached)
  const cut: MutableNode[] = []
  for (const node of nodes) {
    if (reached.has(node)) continue
    const ancestors = new Set<MutableNode>()
    let member = node
    for (; !ancestors.has(member); member = byId.get(member.span.parentSpanId!)!) ancestors.add(member)
    const siblings = byId.get(member.span.parentSpanId!)!.children
    siblings.splice(siblings.indexOf(member), 1)
    cut.push(member)
    reach(member, reached)
  }
  return cut
}

function reach(top: MutableNode, reached: Set<MutableNode>): void {
  const pending = [top]
  for (let node = pending.pop(); node; node = pending.pop()) {
    reached.add(node)
    for (const child of node.children) pending.push(child)
  }
}

function extentMs(spans: readonly ReceivedSpan[]): number {
  let end = 0n
  for (const span of spans) if (span.endTimeUnixNano > end) end = span.endTimeUnixNano
  const start = spans[0]?.startTimeUnixNano ?? 0n
  return end > start ? Number(end - start) / 1e6 : 0
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
