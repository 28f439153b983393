import type { SpoolDirectory } from './directory/directory'
import { encodeInSlices, type SpoolRecord, sizeOf } from './format/segment'
import type { Segment } from './segments'

/**
 * Someone else has deleted, moved or taken over a file to which we write: whoever looks for it
 * where it was finds nothing.
 */
export class SegmentGone extends Error {}

/**
 * Writes the records behind the others of a segment that grows. They may leave memory only if the
 * file is still where others look for it.
 * @throws SegmentGone when it is not: the process may have been stopped for so long that it was
 * taken for dead
 * @throws Error as the file system does, or when someone else has cut the file meanwhile
 */
export async function write(
  segment: Segment,
  records: readonly SpoolRecord[],
  directory: SpoolDirectory,
  fsync: boolean,
): Promise<void> {
  const file = segment.file!
  const encoded = await encodeInSlices(records)
  // Before the write too: no record may get into a file that another process has taken over.
  await requireHeld(segment, directory)
  // Counted before it is written: what is torn takes room as well.
  segment.bytes += sizeOf(records)
  await file.append(encoded)
  if (fsync) {
    await file.sync()
    await directory.anchor()
  }
  if ((await requireHeld(segment, directory)) !== segment.bytes)
    throw new Error(`${segment.path} was cut by someone else`)
  segment.soundBytes = segment.bytes
}

async function requireHeld(segment: Segment, directory: SpoolDirectory): Promise<number> {
  const found = await directory.find(segment)
  if (found === undefined) throw new SegmentGone(`${segment.path} was deleted, moved or taken over by someone else`)
  return found.size
}

/**
 * After a write that failed: cuts off what is torn, or else someone would count as lost what memory
 * still holds.
 */
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
