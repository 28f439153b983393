import type { ResourceLike, ScopeLike } from '../telemetry'
import type { ByteWriter } from './byte-writer'

/**
 * How the items of one signal become the bytes of an export request in one wire format.
 *
 * A request nests items in scopes, and scopes in the resource. Each level is written once and
 * framed by the next: `writeItem` when an item ends, `scope` when a batch is closed, `request` when
 * it is first sent, because a resource may still be waiting for attributes then.
 */
export interface Format<Item, Writer extends ByteWriter = ByteWriter> {
  readonly contentType: 'application/x-protobuf' | 'application/json'
  newWriter(): Writer
  /** Appends one complete item. It may throw, and then the caller rewinds the writer. */
  writeItem(writer: Writer, item: Item): void
  /** Encodes what all items of a scope share. */
  scopeHeader(scope: ScopeLike): Buffer
  /** Frames the items of one scope. `items` is what `writeItem` wrote. */
  scope(header: Buffer, items: Buffer): Buffer[]
  /** Encodes what all items of the process share. */
  resourceHeader(resource: ResourceLike): Buffer
  /** Frames the scopes of one batch into a whole export request: its parts, one behind another. */
  request(header: Buffer, scopes: Buffer): Buffer[]
}
