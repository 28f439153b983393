import type { ReceivedSpan } from '../store/received'
import { durationText, eventText, logText, spanColumns, spanLabel } from './row-text'
import { fit, type Piece, pad, render, type Style } from './styled-text'
import { visible } from './terminal-text'
import { type ReceivedTrace, serviceName } from './trace'
import { type Row, traceRows } from './trace-rows'

/** How {@link formatTrace} prints a trace. */
export interface FormatTraceOptions {
  /** Adds ANSI colours; leave them off unless the output is a terminal. @default false */
  readonly color?: boolean
  /** Columns of a line; longer text is cut with `…`. @default 100 */
  readonly width?: number
  /** The most rows printed; further rows are only counted. @default 1_000 */
  readonly maxRows?: number
}

const SERVICE_STYLES: readonly Style[] = ['cyan', 'magenta', 'blue', 'green', 'yellow']
/** The columns beside a long name, for kind, duration and outcome. */
const COLUMNS_WIDTH = 36
const MIN_LABEL_WIDTH = 20

/**
 * Formats a trace as a tree: a line per span with its service, name, kind, duration and outcome,
 * and under it, by time, its logs, events and child spans. Times of day are UTC. Control characters
 * in received text appear as escapes. Never throws.
 *
 * @example
 * ```ts
 * for (const trace of receiver.traces()) console.log(formatTrace(trace, { color: true }))
 * ```
 */
export function formatTrace(trace: ReceivedTrace, options: FormatTraceOptions = {}): string {
  const { color = false, width = 100, maxRows = 1_000 } = options
  const rows: Row[] = []
  let hidden = 0
  for (const row of traceRows(trace)) {
    if (rows.length < maxRows) rows.push(row)
    else hidden++
  }
  const widestLabel = rows.reduce((widest, row) => Math.max(widest, labelWidth(row)), 0)
  const labels = Math.min(widestLabel, Math.max(MIN_LABEL_WIDTH, width - COLUMNS_WIDTH))
  const lines = [header(trace)]
  for (const { guide, content } of rows) {
    const text = rowText(content, trace, labels - guide.length)
    lines.push([[guide, 'dim'], ...text])
  }
  if (hidden > 0) lines.push([[`… ${hidden} more rows`, 'dim']])
  return lines.map((pieces) => render(fit(pieces, width), color)).join('\n')
}

function header({ traceId, services, spans, logs, isComplete, hasError, durationMs }: ReceivedTrace): Piece[] {
  const counts = [count(services, 'service'), count(spans, 'span'), count(logs, 'log'), durationText(durationMs)]
  const pieces: Piece[] = [
    ['trace ', 'dim'],
    [traceId || '(no id)', 'bold'],
    [`  ${counts.join('  ')}`, 'plain'],
  ]
  if (hasError) pieces.push(['  ERROR', 'red'])
  if (!isComplete) pieces.push(['  INCOMPLETE', 'yellow'])
  return pieces
}

function rowText(content: Row['content'], trace: ReceivedTrace, width: number): Piece[] {
  switch (content.kind) {
    case 'span': {
      const label = fit(spanLabel(content.span, serviceStyle(content.span, trace)), width)
      const pieces = [...pad(label, width), ...spanColumns(content.span)]
      if (content.remoteParentId) pieces.push([`  continues ${content.remoteParentId}`, 'dim'])
      return pieces
    }
    case 'log':
      return logText(content.log)
    case 'event':
      return eventText(content.event)
    case 'note':
      return [[`? ${content.text}`, 'yellow']]
  }
}

function serviceStyle(span: ReceivedSpan, { services }: ReceivedTrace): Style {
  return SERVICE_STYLES[services.indexOf(serviceName(span)) % SERVICE_STYLES.length]!
}

function labelWidth({ guide, content }: Row): number {
  if (content.kind !== 'span') return 0
  return guide.length + visible(serviceName(content.span)).length + '  '.length + visible(content.span.name).length
}

function count(items: readonly unknown[], noun: string): string {
  return `${items.length} ${noun}${items.length === 1 ? '' : 's'}`
}
