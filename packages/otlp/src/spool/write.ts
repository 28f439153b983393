import { encode, type SpoolRecord, sizeOf } from './segment'
import type { Segment } from './segments'

/**
 * Writes the records behind the others of a segment that grows.
 * @throws Error as the file system does, or when someone else has deleted or cut the file meanwhile
 */
export async function write(segment: Segment, records: readonly SpoolRecord[], fsync: boolean): Promise<void> {
  const file = segment.file!
  // Counted before it is written: what is torn takes room as well.
  segment.bytes += sizeOf(records)
  await file.append(encode(records))
  if (fsync) await file.sync()
  if (!(await file.isWhole(segment.bytes))) throw new Error(`${segment.path} was changed by someone else`)
  segment.soundBytes = segment.bytes
}

/** After a write that failed: cuts off what is torn, or else someone would count as lost what memory still holds. */
export async function mend(segment: Segment | undefined): Promise<void> {
  if (segment === undefined) return
  await segment.file?.truncate(segment.soundBytes).catch(() => {})
  segment.bytes = segment.soundBytes
  // Had that failed too, nothing must come behind what is torn.
  await seal(segment)
}

/** No more is written to the segment. */
export async function seal(segment: Segment | undefined): Promise<void> {
  const file = segment?.file
  if (segment === undefined || file === undefined) return
  segment.file = undefined
  await file.close().catch(() => {})
}
