import type { ReceivedAttributes, ReceivedEvent, ReceivedLog, ReceivedSpan } from './received'
import { visible, visibleValue } from './terminal-text'
import { logTime, type ReceivedTrace, serviceName } from './trace'
import { type Row, traceRows } from './trace-rows'

/** How a trace is printed. */
export interface FormatTraceOptions {
  /** ANSI colours; leave them off unless the output is a terminal. @default false */
  readonly color?: boolean
  /** Columns that a line may take; longer text is cut with `…`. @default 100 */
  readonly width?: number
  /** Rows after which the rest is only counted. @default 1_000 */
  readonly maxRows?: number
}

type Style = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

/** A piece of a line; cut and padded as plain text, coloured last. */
type Piece = readonly [text: string, style: Style]

const codes: Readonly<Record<Style, number>> = {
  ...{ plain: 0, bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 },
}
const serviceStyles: readonly Style[] = ['cyan', 'magenta', 'blue', 'green', 'yellow']
const severities: readonly (readonly [name: string, style: Style])[] = [
  ['TRACE', 'dim'],
  ['DEBUG', 'dim'],
  ['INFO', 'green'],
  ['WARN', 'yellow'],
  ['ERROR', 'red'],
  ['FATAL', 'red'],
]
/** What stays free for kind, duration and outcome beside a long name. */
const columnChars = 36

/**
 * A trace as a tree: a line per span with its service, name, kind, duration and outcome, and under it, by time, its logs,
 * events and child spans. Times of logs are UTC. Control characters in received text are shown as escapes.
 */
export function formatTrace(trace: ReceivedTrace, options: FormatTraceOptions = {}): string {
  const { color = false, width = 100, maxRows = 1_000 } = options
  const rows: Row[] = []
  let hidden = 0
  for (const row of traceRows(trace)) rows.length < maxRows ? rows.push(row) : hidden++
  const names = rows.map(nameChars)
  const nameWidth = Math.min(Math.max(0, ...names), Math.max(20, width - columnChars))
  const lines = [headerPieces(trace), ...rows.map((row) => rowPieces(row, trace, nameWidth))]
  if (hidden > 0) lines.push([[`… ${hidden} more rows`, 'dim']])
  return lines.map((pieces) => render(fit(pieces, width), color)).join('\n')
}

function headerPieces({ traceId, services, spans, logs, isComplete, hasError, durationMs }: ReceivedTrace): Piece[] {
  const counts = [count(services, 'service'), count(spans, 'span'), count(logs, 'log'), duration(durationMs)]
  const pieces: Piece[] = [
    ['trace ', 'dim'],
    [traceId, 'bold'],
    [`  ${counts.join('  ')}`, 'plain'],
  ]
  if (hasError) pieces.push(['  ERROR', 'red'])
  if (!isComplete) pieces.push(['  INCOMPLETE', 'yellow'])
  return pieces
}

function rowPieces({ guide, content }: Row, trace: ReceivedTrace, nameWidth: number): Piece[] {
  const pieces: Piece[] = [[guide, 'dim']]
  switch (content.kind) {
    case 'span':
      pieces.push(...spanPieces(content.span, trace, nameWidth - guide.length))
      if (content.remoteParentId) pieces.push([`  continues ${content.remoteParentId}`, 'dim'])
      return pieces
    case 'log':
      return [...pieces, ...logPieces(content.log)]
    case 'event':
      return [...pieces, ...eventPieces(content.event)]
    case 'note':
      return [...pieces, [`? ${content.text}`, 'yellow']]
  }
}

function spanPieces(span: ReceivedSpan, trace: ReceivedTrace, nameWidth: number): Piece[] {
  const service = serviceName(span)
  const style = serviceStyles[trace.services.indexOf(service) % serviceStyles.length]!
  const label: Piece[] = [
    [visible(service), style],
    [`  ${visible(span.name)}`, 'bold'],
  ]
  return [...pad(fit(label, nameWidth), nameWidth), ...spanColumns(span)]
}

function spanColumns(span: ReceivedSpan): Piece[] {
  const { attributes, kind, status, durationMs } = span
  const isError = status.code === 'ERROR'
  const pieces: Piece[] = [
    [`  ${kind.padEnd(8)}`, 'dim'],
    [`  ${duration(durationMs).padStart(9)}`, 'plain'],
  ]
  const code = attributes['http.response.status_code'] ?? attributes['rpc.grpc.status_code']
  if (code !== undefined) pieces.push([`  ${visibleValue(code)}`, isError ? 'red' : 'green'])
  if (isError) pieces.push([`  ERROR${status.message && ` ${visible(status.message)}`}`, 'red'])
  const peer = attributes['server.address']
  if ((kind === 'CLIENT' || kind === 'PRODUCER') && peer !== undefined) {
    const port = attributes['server.port']
    pieces.push([`  → ${visibleValue(peer)}${port === undefined ? '' : `:${visibleValue(port)}`}`, 'dim'])
  }
  return pieces
}

function logPieces(log: ReceivedLog): Piece[] {
  const [name, style] = severities[Math.ceil(log.severityNumber / 4) - 1] ?? ['LOG', 'plain']
  const text = log.body === undefined ? log.eventName : visibleValue(log.body)
  return [
    [clock(logTime(log)), 'dim'],
    [` ${visible(log.severityText.toUpperCase() || name).padEnd(5)}`, style],
    [`  ${text}`, 'plain'],
    ...attributePieces(log.attributes),
  ]
}

function eventPieces({ name, timeUnixNano, attributes }: ReceivedEvent): Piece[] {
  return [
    [clock(timeUnixNano), 'dim'],
    [' EVENT', 'blue'],
    [`  ${visible(name)}`, 'plain'],
    ...attributePieces(attributes),
  ]
}

/** The exception in one piece, without its stack; then every other attribute. */
function attributePieces(attributes: ReceivedAttributes): Piece[] {
  const pieces: Piece[] = []
  const { 'exception.type': type, 'exception.message': message } = attributes
  if (type !== undefined || message !== undefined) {
    pieces.push([`  ${visibleValue(type ?? 'Error')}: ${visibleValue(message ?? '')}`, 'red'])
  }
  for (const [key, value] of Object.entries(attributes)) {
    if (!key.startsWith('exception.')) pieces.push([`  ${visible(key)}=${quoted(visibleValue(value))}`, 'dim'])
  }
  return pieces
}

function quoted(text: string): string {
  return text === '' || text.includes(' ') ? `"${text}"` : text
}

function count(items: readonly unknown[], noun: string): string {
  return `${items.length} ${noun}${items.length === 1 ? '' : 's'}`
}

function duration(ms: number): string {
  if (Number.isNaN(ms)) return 'unfinished'
  const size = Math.abs(ms)
  if (size >= 60_000) return `${(ms / 60_000).toFixed(1)} min`
  if (size >= 1_000) return `${(ms / 1_000).toFixed(2)} s`
  return `${ms.toFixed(size < 1 ? 2 : 1)} ms`
}

function clock(unixNano: bigint): string {
  return unixNano === 0n ? '--:--:--.---' : new Date(Number(unixNano / 1_000_000n)).toISOString().slice(11, 23)
}

function nameChars({ guide, content }: Row): number {
  if (content.kind !== 'span') return 0
  return guide.length + visible(serviceName(content.span)).length + 2 + visible(content.span.name).length
}

function charsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((chars, [text]) => chars + text.length, 0)
}

function pad(pieces: readonly Piece[], width: number): Piece[] {
  return [...pieces, [' '.repeat(Math.max(0, width - charsOf(pieces))), 'plain']]
}

/** The pieces in at most `width` columns; whatever is cut ends in `…`. */
function fit(pieces: readonly Piece[], width: number): Piece[] {
  if (charsOf(pieces) <= width) return [...pieces]
  const fitted: Piece[] = []
  let room = width - 1
  for (const [text, style] of pieces) {
    const piece = text.slice(0, Math.max(0, room)).replace(/[\ud800-\udbff]$/, '')
    fitted.push([piece, style])
    room -= text.length
    if (room < 0) break
  }
  return [...fitted, ['…', 'dim']]
}

function render(pieces: readonly Piece[], color: boolean): string {
  const shown = pieces.map(([text, style]) =>
    color && style !== 'plain' && text !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text,
  )
  return color ? shown.join('') : shown.join('').trimEnd()
}
