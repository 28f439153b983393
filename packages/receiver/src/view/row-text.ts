import type { ReceivedAttributes, ReceivedEvent, ReceivedLog, ReceivedSpan } from '../store/received'
import type { Piece, Style } from './styled-text'
import { visible, visibleValue } from './terminal-text'
import { logTime, serviceName } from './trace'

/** By the data model's ranges of four: 1 to 4 are TRACE, …, 21 to 24 FATAL. */
const SEVERITIES: readonly Piece[] = [
  ['TRACE', 'dim'],
  ['DEBUG', 'dim'],
  ['INFO', 'green'],
  ['WARN', 'yellow'],
  ['ERROR', 'red'],
  ['FATAL', 'red'],
]

/** The service and the span name. */
export function spanLabel(span: ReceivedSpan, serviceStyle: Style): Piece[] {
  return [
    [visible(serviceName(span)), serviceStyle],
    [`  ${visible(span.name)}`, 'bold'],
  ]
}

/**
 * The columns beside the label: kind and duration, then the outcome and, for a client, the peer.
 */
export function spanColumns({ attributes, kind, status, durationMs }: ReceivedSpan): Piece[] {
  const isError = status.code === 'ERROR'
  const pieces: Piece[] = [
    [`  ${kind.padEnd(8)}`, 'dim'],
    [`  ${durationText(durationMs).padStart(10)}`, 'plain'],
  ]
  const code = attributes['http.response.status_code'] ?? attributes['rpc.grpc.status_code']
  if (code !== undefined) pieces.push([`  ${visibleValue(code)}`, isError ? 'red' : 'green'])
  if (isError) pieces.push([`  ERROR${status.message && ` ${visible(status.message)}`}`, 'red'])
  const { 'server.address': host, 'server.port': port } = attributes
  if ((kind === 'CLIENT' || kind === 'PRODUCER') && host !== undefined) {
    pieces.push([`  → ${visibleValue(host)}${port === undefined ? '' : `:${visibleValue(port)}`}`, 'dim'])
  }
  return pieces
}

export function logText(log: ReceivedLog): Piece[] {
  const [severity, style] = SEVERITIES[Math.ceil(log.severityNumber / 4) - 1] ?? ['LOG', 'plain']
  const body = log.body === undefined ? visible(log.eventName) : visibleValue(log.body)
  return [
    [clock(logTime(log)), 'dim'],
    [` ${visible(log.severityText.toUpperCase() || severity).padEnd(5)}`, style],
    [`  ${body}`, 'plain'],
    ...attributesText(log.attributes),
  ]
}

export function eventText({ name, timeUnixNano, attributes }: ReceivedEvent): Piece[] {
  return [
    [clock(timeUnixNano), 'dim'],
    [' EVENT', 'blue'],
    [`  ${visible(name)}`, 'plain'],
    ...attributesText(attributes),
  ]
}

/** Milliseconds in the unit that reads best. */
export function durationText(ms: number): string {
  if (Number.isNaN(ms)) return 'unfinished'
  const size = Math.abs(ms)
  if (size >= 60_000) return `${(ms / 60_000).toFixed(1)} min`
  if (size >= 1_000) return `${(ms / 1_000).toFixed(2)} s`
  return `${ms.toFixed(size < 1 ? 2 : 1)} ms`
}

/** The exception in one piece, without its stack; then every other attribute. */
function attributesText(attributes: ReceivedAttributes): Piece[] {
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

/** Time of day in UTC. */
function clock(unixNano: bigint): string {
  return unixNano === 0n ? '--:--:--.---' : new Date(Number(unixNano / 1_000_000n)).toISOString().slice(11, 23)
}
