import { bytesField, integerField, readFields } from './protobuf-reader'
import type { SendOutcome } from './sender'

const RETRY_INFO = 'google.rpc.RetryInfo'
const MAX_MESSAGE_LENGTH = 300

/**
 * A delivered request, with what an ExportTraceServiceResponse or ExportLogsServiceResponse says of
 * a partial success.
 */
export function readProtobufAnswer(body: Buffer): SendOutcome {
  const partialSuccess = bytesField(body, 1)
  if (partialSuccess === undefined) return { kind: 'delivered' }
  return delivered(integerField(partialSuccess, 1), bytesField(partialSuccess, 2)?.toString() ?? '')
}

/**
 * The same, from the JSON form of these messages. A body that is no such JSON is no partial
 * success.
 */
export function readJsonAnswer(body: Buffer): SendOutcome {
  try {
    const partial = JSON.parse(body.toString() || '{}')?.partialSuccess ?? {}
    return delivered(
      Number(partial.rejectedSpans ?? partial.rejectedLogRecords ?? 0),
      String(partial.errorMessage ?? ''),
    )
  } catch {
    return { kind: 'delivered' }
  }
}

/**
 * A count that is none, such as a negative one, is a collector's mistake: what it answered with was
 * a success.
 */
function delivered(rejected: number, message: string): SendOutcome {
  return {
    kind: 'delivered',
    ...(Number.isInteger(rejected) && rejected > 0 ? { rejected } : {}),
    ...(message ? { message: printable(message) } : {}),
  }
}

/**
 * The delay in milliseconds of the RetryInfo within an encoded google.rpc.Status, if there is one.
 */
export function readRetryInfo(status: Buffer): number | undefined {
  for (const { number, value } of readFields(status)) {
    if (number !== 3 || typeof value !== 'object') continue
    const type = bytesField(value, 1)?.toString() ?? ''
    if (type.slice(type.lastIndexOf('/') + 1) !== RETRY_INFO) continue
    const delay = bytesField(bytesField(value, 2) ?? Buffer.alloc(0), 1) ?? Buffer.alloc(0)
    return Math.max(0, integerField(delay, 1) * 1000 + integerField(delay, 2) / 1_000_000)
  }
  return undefined
}

/**
 * The message within the body of an HTTP error: OTLP answers errors with a google.rpc.Status,
 * proxies with anything.
 */
export function readErrorMessage(contentType: string, body: Buffer): string {
  if (contentType.startsWith('application/x-protobuf')) return printable(bytesField(body, 2)?.toString() ?? '')
  const text = body.toString()
  if (!contentType.startsWith('application/json')) return printable(text)
  try {
    return printable(String(JSON.parse(text)?.message ?? text))
  } catch {
    return printable(text)
  }
}

/**
 * A stranger's words made fit for a terminal: one line, of limited length, without control
 * characters.
 */
export function printable(text: string): string {
  const line = text
    .slice(0, MAX_MESSAGE_LENGTH * 4)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH)}…` : line
}
