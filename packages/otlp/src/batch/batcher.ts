import { type ByteWriter, ITEM_TOO_LARGE, MAX_ITEM_BYTES } from '../encode/byte-writer'
import type { Format } from '../encode/format'
import type { DropReason, Held } from '../ledger/ledger'
import type { ScopeLike } from '../telemetry'
import type { UntracedContext } from '../untraced-context'

/** Encoded items, framed by their scopes: bytes with a count. */
export interface Batch {
  readonly items: number
  readonly scopes: Buffer
}

/** The open batch, as the journal sees it. */
export interface OpenBatch {
  takeNew(): Batch | undefined
}

/** Keeps on disk a copy of the open batch, and of each closed one, which a crash must not take. */
export interface BatchJournal {
  /** The open batch has grown. */
  grew(bytes: number): void
  /**
   * The open batch is closed. `rest` holds the items that {@link Batcher.takeNew} had not taken.
   */
  closed(batch: Batch, rest: Batch | undefined): void
  /** The outcome of the batch is known, or the batch is kept elsewhere. */
  forget(batch: Batch): void
}

/** The stage behind the batcher. */
export interface BatchSink {
  /** Takes a closed batch. */
  hold(batch: Batch): void
}

/** When a batch is complete: as soon as one of these is reached. */
export interface BatchLimits {
  readonly maxItems: number
  readonly maxBytes: number
  readonly maxDelayMs: number
}

/** The items of one scope in the open batch. */
interface Section<Writer> {
  readonly header: Buffer
  readonly writer: Writer
  /** Bytes of it that were taken for the journal. */
  taken: number
}

/**
 * Encodes each item at once, behind those of the same scope, and closes the batch by count, bytes
 * or age. The writers' memory is used again from batch to batch; a closed batch is a copy of
 * exactly its own size.
 */
export class Batcher<Item extends { readonly instrumentationScope: ScopeLike }, Writer extends ByteWriter> {
  #sections = new Map<ScopeLike, Section<Writer>>()
  #items = 0
  #bytes = 0
  /** Items that were taken for the journal. */
  #taken = 0
  #encoding = false
  #timer: NodeJS.Timeout | undefined
  #next: BatchSink | undefined
  readonly #format: Format<Item, Writer>
  readonly #limits: BatchLimits
  readonly #untracedContext: UntracedContext
  readonly #journal: BatchJournal | undefined | undefined

  constructor(
    format: Format<Item, Writer>,
    limits: BatchLimits,
    untracedContext: UntracedContext,
    journal?: BatchJournal | undefined,
  ) {
    this.#format = format
    this.#limits = limits
    this.#untracedContext = untracedContext
    this.#journal = journal
  }

  /** Sets the stage that takes closed batches. */
  connect(next: BatchSink): void {
    this.#next = next
  }

  get held(): Held {
    return { items: this.#items, bytes: this.#bytes }
  }

  /** Encodes one item. Never throws; returns why the item was refused, if it was. */
  add(item: Item): DropReason | undefined {
    // A getter of the user's that itself logs would otherwise write into the middle of the item
    // that is being read.
    if (this.#encoding) return 'invalid'
    this.#encoding = true
    try {
      return this.#encode(item)
    } catch {
      return 'invalid'
    } finally {
      this.#encoding = false
    }
  }

  /**
   * Closes the open batch, unless it is empty, or a getter of the user's calls this while its item
   * is being written.
   */
  close(): void {
    if (this.#items > 0 && !this.#encoding) this.#seal()
  }

  /**
   * A copy of what has come to the open batch since this was last asked, if anything. Not to be
   * asked while an item is being read.
   */
  takeNew(): Batch | undefined {
    const items = this.#items - this.#taken
    if (items === 0) return undefined
    const parts: Buffer[] = []
    for (const section of this.#sections.values()) {
      const { header, writer, taken } = section
      if (writer.position === taken) continue
      parts.push(...this.#format.scope(header, writer.bytes.subarray(taken, writer.position)))
      section.taken = writer.position
    }
    this.#taken = this.#items
    return { items, scopes: Buffer.concat(parts) }
  }

  #seal(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const journal = this.#journal
    const isTaken = this.#taken > 0
    const rest = isTaken ? this.takeNew() : undefined
    const batch = { items: this.#items, scopes: this.#takeScopes() }
    this.#items = 0
    this.#bytes = 0
    this.#taken = 0
    journal?.closed(batch, isTaken ? rest : batch)
    this.#next?.hold(batch)
  }

  #encode(item: Item): DropReason | undefined {
    const scope = item.instrumentationScope
    const { header, writer } = this.#sectionOf(scope)
    const start = writer.startItem()
    const refused = this.#write(writer, item, start)
    if (refused !== undefined) {
      if (start === 0) this.#sections.delete(scope)
      return refused
    }
    const size = writer.position - start + (start === 0 ? header.length : 0)
    if (this.#items > 0 && this.#bytes + size > this.#limits.maxBytes) this.#closeBefore(scope, start)
    this.#count(size)
    return undefined
  }

  /** Leaves the writer as it was when the item is refused. */
  #write(writer: Writer, item: Item, start: number): DropReason | undefined {
    try {
      this.#format.writeItem(writer, item)
      if (writer.position - start <= MAX_ITEM_BYTES) return undefined
      writer.position = start
      return 'too_large'
    } catch (error) {
      writer.position = start
      return error === ITEM_TOO_LARGE ? 'too_large' : 'invalid'
    }
  }

  #count(size: number): void {
    this.#items++
    this.#bytes += size
    this.#journal?.grew(size)
    if (this.#items >= this.#limits.maxItems || this.#bytes >= this.#limits.maxBytes) this.#seal()
    else if (this.#timer === undefined) this.#timer = this.#untracedContext.run(() => this.#closeLater())
  }

  #closeLater(): NodeJS.Timeout {
    return setTimeout(() => this.close(), this.#limits.maxDelayMs).unref()
  }

  /** The last item does not fit any more: the batch goes without it, and it begins the next one. */
  #closeBefore(scope: ScopeLike, start: number): void {
    const last = this.#sections.get(scope)!.writer.takeFrom(start)
    this.#seal()
    this.#sectionOf(scope).writer.append(last)
  }

  #sectionOf(scope: ScopeLike): Section<Writer> {
    let section = this.#sections.get(scope)
    if (section === undefined) {
      section = { header: this.#format.scopeHeader(scope), writer: this.#format.newWriter(), taken: 0 }
      this.#sections.set(scope, section)
    }
    return section
  }

  #takeScopes(): Buffer {
    const parts: Buffer[] = []
    for (const [scope, { header, writer }] of this.#sections) {
      // A scope that fell silent gives up its place, so that a program that invents scopes cannot
      // fill the memory.
      if (writer.position === 0) this.#sections.delete(scope)
      else parts.push(...this.#format.scope(header, writer.bytes.subarray(0, writer.position)))
    }
    const scopes = Buffer.concat(parts)
    for (const section of this.#sections.values()) {
      section.writer.clear()
      section.taken = 0
    }
    return scopes
  }
}
