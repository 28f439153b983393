import { FRESH_MEMORY, type Memory } from '../spool/format/reader'
import type { SegmentKind } from '../spool/format/segment'
import type { SignalName } from '../telemetry'

const RESOURCE_ITEMS_TAG = (1 << 3) | 2
const JSON_BEGIN: Readonly<Record<SignalName, Buffer>> = {
  traces: Buffer.from('{"resourceSpans":['),
  logs: Buffer.from('{"resourceLogs":['),
}
const JSON_END = Buffer.from(']}')
const COMMA = Buffer.from(',')
/** A larger text goes by itself: to be parsed takes longer than the event loop may be held. */
const MAX_PARSED_BYTES = 64 * 1024

/**
 * Whether an export request can be sent together with others as one: all that is in it are the
 * resources of its items, and it ends where the last of them does.
 */
export function isMergeable(request: Buffer, { signal, encoding }: SegmentKind): boolean {
  if (encoding === 'protobuf') return isOfResourcesAlone(request)
  return isSpliceable(request, JSON_BEGIN[signal])
}

/**
 * One export request with everything that is in `requests`, in their order, each of which
 * {@link isMergeable}. What is not one of them is taken from `memory`.
 */
export function merge(requests: readonly Buffer[], { signal, encoding }: SegmentKind, memory = FRESH_MEMORY): Buffer {
  if (requests.length === 1) return requests[0]!
  // Protobuf: to put messages one behind another is to merge them, and what is repeated in them
  // adds up.
  if (encoding === 'protobuf') return join(requests, memory)
  const begin = JSON_BEGIN[signal]
  const resources = requests.flatMap((request) => [COMMA, request.subarray(begin.length, -JSON_END.length)]).slice(1)
  return join([begin, ...resources, JSON_END], memory)
}

function join(parts: readonly Buffer[], memory: Memory): Buffer {
  const joined = memory.take(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) at += part.copy(joined, at)
  return joined
}

/** An object with one member, a list that is not empty, and no space where it is cut. */
function isSpliceable(text: Buffer, begin: Buffer): boolean {
  if (text.length > MAX_PARSED_BYTES) return false
  if (!text.subarray(0, begin.length).equals(begin) || !text.subarray(-JSON_END.length).equals(JSON_END)) return false
  try {
    const lists: unknown[] = Object.values(JSON.parse(text.toString()))
    return lists.length === 1 && Array.isArray(lists[0]) && lists[0].length > 0
  } catch {
    return false
  }
}

/** The top level of a protobuf message: fields of number 1 with a length, and nothing else. */
function isOfResourcesAlone(bytes: Buffer): boolean {
  let position = 0
  while (position < bytes.length) {
    if (bytes[position++] !== RESOURCE_ITEMS_TAG) return false
    let length = 0
    let shift = 0
    for (; shift < 35; shift += 7) {
      const byte = bytes[position++]
      if (byte === undefined) return false
      length += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) break
    }
    if (shift === 35) return false
    position += length
  }
  return position === bytes.length
}
